/** What an entry says in words. Names come from the records of today; the entry itself holds ids only. */
import type { TFunction } from 'i18next';
import { isCommandName } from '#shared/domain/audit/categories.ts';
import type { ChainFault } from '#shared/domain/audit/chain.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import type { AuditEntry } from '#shared/domain/records/audit-entry.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import type { AuditPort } from '#shared/ports/audit.ts';

export interface AuditTexts {
  readonly who: (entry: AuditEntry) => string;
  readonly what: (entry: AuditEntry) => string;
  readonly about: (entry: AuditEntry) => string;
  readonly computer: (workstationId: string) => string;
  readonly fault: (fault: ChainFault) => string;
}

interface AuditTextDeps {
  readonly t: TFunction<'audit'>;
  readonly names: ReadonlyMap<string, string>;
  readonly directory: Pick<DirectoryPort, 'get'>;
  readonly audit: Pick<AuditPort, 'originOf'>;
}

/** Names that are written out; of more, how many there are. */
const namedPeople = 2;
/** Kinds that are counted; what an entry says of others is in its deed. */
const counted = ['session', 'certificate', 'signatureList', 'badge'] as const;

/** Enough of a random id to tell two apart. */
const markOf = (id: string): string => id.slice(0, 4);

/** The digest in groups, for eyes that compare. */
export const shownDigest = (digest: string): string => digest.match(/.{1,8}/g)?.join(' ') ?? '';

export function auditTexts({ t, names, directory, audit }: AuditTextDeps): AuditTexts {
  const computer = (workstationId: string): string =>
    workstationId === ''
      ? t('computer.unknown')
      : t(`computer.${audit.originOf(workstationId)}`, { mark: markOf(workstationId) });
  const people = (ids: readonly string[]): string => {
    const known = ids.slice(0, namedPeople).map((id) => {
      const person = directory.get('participant', id);
      return person ? listName(person) : t('list.gone');
    });
    const more = ids.length - known.length;
    const joined = known.join('; ');
    return more > 0 ? t('list.andMore', { names: joined, count: more }) : joined;
  };
  return {
    computer,
    who: ({ accountId }) => names.get(accountId) ?? t('list.unknownAccount', { mark: markOf(accountId) }),
    what: ({ command }) => (isCommandName(command) ? t(`command.${command}`) : t('list.unknownCommand')),
    about: ({ subjects }) => {
      const byKind = Map.groupBy(subjects, ({ kind }) => kind);
      const idsOf = (kind: string): string[] => [...new Set(byKind.get(kind)?.map(({ id }) => id))];
      const groups = idsOf('courseGroup').flatMap((id) => directory.get('courseGroup', id)?.name ?? []);
      const counts = counted.flatMap((kind) => {
        const count = idsOf(kind).length;
        return count > 0 ? [t(`kinds.${kind}`, { count })] : [];
      });
      const named = idsOf('participant');
      return [...(named.length > 0 ? [people(named)] : []), ...groups, ...counts].join(' · ');
    },
    fault: ({ kind, workstationId, number, count }) =>
      t(`check.fault.${kind}`, { computer: computer(workstationId), number, count }),
  };
}
