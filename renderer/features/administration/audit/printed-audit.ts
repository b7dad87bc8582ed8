import type { TFunction } from 'i18next';
import type { PrintedAuditLog } from '#renderer/documents/lists/printed-lists.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { ok, type Result } from '#shared/domain/result.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { AuditCheck } from '#shared/ports/audit.ts';
import type { AuditChoice } from './audit-choice.ts';
import { auditTexts, shownDigest } from './audit-texts.ts';
import { allLines } from './use-audit-lines.ts';

type Services = Pick<AppServices, 'audit' | 'records' | 'directory' | 'clock'>;

/** Entries that go on paper: about sixty pages. */
export const mostPrinted = 1_500;

const german = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short' });

function stateText(t: TFunction<'audit'>, check: AuditCheck): string {
  if (check.state !== 'done') return t('check.waiting');
  const { chains, faultCount } = check.finding;
  const at = german.format(check.at);
  if (faultCount > 0) return t('check.broken', { count: faultCount, at });
  return t('check.whole', { count: chains.reduce((sum, { entries }) => sum + entries, 0), at });
}

function choiceText(
  t: TFunction<'audit'>,
  { from, until, accountId, category, residentId }: AuditChoice,
  names: ReadonlyMap<string, string>,
  directory: AppServices['directory'],
): string {
  const resident = residentId === null ? undefined : directory.get('participant', residentId);
  const parts = [
    ...(from === null ? [] : [t('printing.since', { day: germanDate(from) })]),
    ...(until === null ? [] : [t('printing.until', { day: germanDate(until) })]),
    ...(accountId === null ? [] : [names.get(accountId) ?? accountId]),
    ...(category === null ? [] : [t(`category.${category}`)]),
    ...(resident ? [fullName(resident)] : []),
  ];
  return parts.length === 0 ? t('printing.all') : parts.join(', ');
}

/** What was chosen as it is printed. */
export async function printedAudit(
  services: Services,
  choice: AuditChoice,
  t: TFunction<'audit'>,
): Promise<Result<PrintedAuditLog, Refusal>> {
  const { audit, directory, records, clock } = services;
  const found = await allLines(services, choice, mostPrinted);
  if (!found.ok) return found;
  const names = await audit.accountNames();
  const texts = auditTexts({ t, names, directory, audit });
  const facility = await records.get('facility', facilityId);
  const check = audit.current();
  return ok({
    kind: 'audit-log',
    ...{ facility: facility?.name ?? '', printedOn: clock.today() },
    choice: choiceText(t, choice, names, directory),
    state: stateText(t, check),
    isCut: found.value.isCut,
    chains: (check.state === 'done' ? check.finding.chains : []).map(
      ({ workstationId, entries, digest }) => ({
        ...{ computer: texts.computer(workstationId), entries: entries.toLocaleString('de') },
        digest: shownDigest(digest),
      }),
    ),
    entries: found.value.lines.map(({ entry }) => ({
      ...{ at: german.format(new Date(entry.at)), who: texts.who(entry), what: texts.what(entry) },
      ...{ about: texts.about(entry), computer: texts.computer(entry.workstationId) },
    })),
  });
}
