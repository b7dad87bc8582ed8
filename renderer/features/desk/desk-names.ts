/** What people and sessions are called at the desk. */
import type { TFunction } from 'i18next';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import type { DeskSession } from '#shared/domain/desk/fitting-session.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import type { Subject } from './desk-log.ts';

export interface DeskNames {
  /** Where visitors may see the screen: the given name and one letter. */
  person(id: string): string;
  subject(who: Subject): string;
  session(one: DeskSession): string;
  sessionById(id: string): string;
  groupById(id: string): string;
}

interface Known {
  readonly directory: Pick<DirectoryPort, 'get'>;
  /** Today's. */
  readonly sessions: readonly DeskSession[] | undefined;
  readonly discreet: boolean;
}

export function deskNames({ directory, sessions, discreet }: Known, t: TFunction<'desk'>): DeskNames {
  const person: DeskNames['person'] = (id) => {
    const known = directory.get('participant', id);
    if (!known) return t('person.gone');
    if (!discreet) return listName(known);
    const initial = [...(known.family ?? '')][0];
    return initial === undefined ? known.given : t('person.initial', { given: known.given, initial });
  };
  const session: DeskNames['session'] = ({ session: { startsAt, room }, group }) => {
    const values = { group: group.name, time: clockTime(startsAt) };
    return room === null ? t('session.named', values) : t('session.inRoom', { ...values, room });
  };
  const find = (id: string) => sessions?.find((one) => one.session.id === id);
  return {
    person,
    session,
    subject: (who) => {
      if (who.kind === 'heads') return t(who.by > 0 ? 'said.heads' : 'said.headsFewer');
      return who.kind === 'name' ? who.name : person(who.id);
    },
    sessionById: (id) => {
      const one = find(id);
      return one ? session(one) : t('session.gone');
    },
    groupById: (id) => find(id)?.group.name ?? t('session.gone'),
  };
}
