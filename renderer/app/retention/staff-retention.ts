import type { Refusal } from '#shared/domain/commands/define.ts';
import { stepSize } from '#shared/domain/commands/retention.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { retentionPeriodsId } from '#shared/domain/records/retention-periods.ts';
import { err, ok } from '#shared/domain/result.ts';
import { countsOf, type DueNow } from '#shared/domain/retention/due-list.ts';
import { loadDue } from '#shared/domain/retention/load-due.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { RetentionPort, RunEnd } from '#shared/ports/retention.ts';

interface StaffRetentionDeps extends Pick<AppServices, 'commands' | 'records' | 'directory' | 'clock'> {
  readonly repeated: RetentionPort['repeated'];
  /** Drops what is being typed about people, and self check-ins of theirs that nobody has taken over. */
  readonly forget: (participantIds: readonly string[]) => Promise<void>;
  /** Takes out of the journal what later entries have replaced. `false`: it could not be done now. */
  readonly compact: () => Promise<boolean>;
}

/** One write of a run. */
type Step = DueNow;

function stepsOf({ people, walkIns }: DueNow): Step[] {
  const parts = <T>(list: readonly T[]): T[][] =>
    Array.from({ length: Math.ceil(list.length / stepSize) }, (_, at) =>
      list.slice(at * stepSize, (at + 1) * stepSize),
    );
  return [
    ...parts(people).map((part) => ({ people: part, walkIns: [] })),
    ...parts(walkIns).map((part) => ({ people: [], walkIns: part })),
  ];
}

/** Deleting for the screens: the commands, and what is to be done beside the records. */
export function staffRetention({
  commands,
  records,
  directory,
  clock,
  ...deps
}: StaffRetentionDeps): RetentionPort {
  const afterwards = async (ids: readonly string[]): Promise<boolean> => {
    await deps.forget(ids);
    return deps.compact();
  };

  // What was deleted again came back with the restored journal's older entries.
  if (deps.repeated.ok && deps.repeated.value.count > 0) void deps.compact();

  const runStep = ({ people, walkIns }: Step) =>
    commands.execute('retention.delete', {
      people: people.map(({ person, classes }) => ({ id: person.id, classes: [...classes] })),
      walkIns: walkIns.map(({ sessionId }) => sessionId),
    });

  return {
    repeated: deps.repeated,
    erase: async (id) => {
      const answer = await commands.execute('participant.erase', { id });
      return answer.ok ? ok({ compacted: await afterwards(answer.value.gone) }) : answer;
    },
    due: async () => {
      const noted = await commands.execute('retention.preview', { ids: [facilityId] });
      if (!noted.ok) return noted;
      const periods = await records.get('retentionPeriods', retentionPeriodsId);
      if (!periods) return err({ code: 'retention.not-signed-off' });
      return ok(await loadDue({ directory, records }, periods.months, clock.today()));
    },
    run: async (due, { signal, onProgress }) => {
      const startedAt = clock.now().toISOString();
      const of = due.people.length + due.walkIns.length;
      const done: { people: DueNow['people'][number][]; walkIns: DueNow['walkIns'][number][] } = {
        people: [],
        walkIns: [],
      };
      const erasures: string[] = [];
      const gone: string[] = [];
      let refusal: Refusal | null = null;
      let outcome: RunEnd['outcome'] = 'finished';
      for (const step of stepsOf(due)) {
        if (signal.aborted) {
          outcome = 'cancelled';
          break;
        }
        const answer = await runStep(step);
        if (!answer.ok) {
          refusal = answer.error;
          outcome = 'failed';
          break;
        }
        erasures.push(answer.value.erasureId);
        gone.push(...answer.value.gone);
        done.people.push(...step.people);
        done.walkIns.push(...step.walkIns);
        onProgress(done.people.length + done.walkIns.length, of);
      }
      const counts = countsOf(done);
      const log = { startedAt, outcome, due: countsOf(due), done: counts, erasures };
      const ended = await commands.execute('retention.end', log);
      const compacted = erasures.length === 0 || (await afterwards(gone));
      return ended.ok ? ok({ outcome, done: counts, refusal, compacted }) : ended;
    },
  };
}
