/** What is said of a log entry. */
import type { TFunction } from 'i18next';
import { clockTime, germanDate, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { Deed, LogEntry, Remark } from './desk-log.ts';
import type { DeskNames } from './desk-names.ts';

/** Who something happened to, what, and where; the latter may be empty. `brief`: what and where in few words. */
export interface Told {
  readonly who: string;
  readonly what: string;
  readonly where: string;
  readonly brief: readonly string[];
}

type Text = TFunction<'desk'>;

const anywhere = (who: string, what: string): Told => ({ who, what, where: '', brief: [what] });

/** The same in few words, with the group alone for the session. */
const at = (names: DeskNames, sessionId: string, who: string, what: string, brief = what): Told => ({
  ...{ who, what, where: names.sessionById(sessionId) },
  brief: [brief, names.groupById(sessionId)],
});

function remarkText(remark: Remark, names: DeskNames, t: Text): Told {
  switch (remark.kind) {
    case 'already': {
      const { since, sessionId, personId } = remark;
      const time = since === null ? undefined : clockTime(minuteOfDay(new Date(since)));
      const what = time === undefined ? t('said.alreadyHere') : t('said.already', { time });
      return at(names, sessionId, names.person(personId), what);
    }
    case 'no-session': {
      const { nextId, personId } = remark;
      const what =
        nextId === null ? t('said.noSession') : t('said.next', { session: names.sessionById(nextId) });
      return anywhere(names.person(personId), what);
    }
    case 'departed':
      return anywhere(names.person(remark.personId), t('said.departed', { date: germanDate(remark.since) }));
    case 'ended-badge': {
      const told = anywhere(names.person(remark.personId), t('said.endedBadge'));
      return { ...told, where: t('said.endedBadgeHint') };
    }
    case 'nothing-on':
      return anywhere(t('said.nothingOn'), '');
    case 'code':
      return anywhere(t('code.title'), t(`code.${remark.why}`));
  }
}

function deedText({ who, state, mark, sessionId }: Deed, names: DeskNames, t: Text): Told {
  const name = names.subject(who);
  if (state === 'saved' && mark.late !== null) {
    const minutes = mark.late;
    return at(names, sessionId, name, t('said.savedLate', { minutes }), t('choice.late', { minutes }));
  }
  return at(
    names,
    sessionId,
    name,
    t(who.kind === 'heads' && state === 'saved' ? 'said.counted' : `said.${state}`),
  );
}

export function entryText(entry: LogEntry, names: DeskNames, t: Text): Told {
  return entry.kind === 'note' ? remarkText(entry.remark, names, t) : deedText(entry, names, t);
}
