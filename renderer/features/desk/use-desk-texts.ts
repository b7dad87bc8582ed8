import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import type { DeskVerdict } from '#shared/domain/desk/fitting-session.ts';
import type { LogEntry } from './desk-log.ts';
import { type DeskNames, deskNames } from './desk-names.ts';
import type { DeskSnapshot } from './desk-store.ts';
import { entryText, type Told } from './entry-texts.ts';
import { verdictText } from './verdict-text.ts';

export interface DeskTexts extends DeskNames {
  verdict(verdict: DeskVerdict): string;
  entry(entry: LogEntry): Told;
}

/** The same sessions as before while only their sheets change: names stay, and what shows them is not drawn again. */
function useNamed(sessions: DeskSnapshot['sessions']): DeskSnapshot['sessions'] {
  const before = useRef(sessions);
  const known = before.current;
  const same =
    known?.length === sessions?.length &&
    sessions?.every(
      ({ session, group }, at) => known?.[at]?.session === session && known[at].group === group,
    );
  if (same !== true) before.current = sessions;
  return before.current;
}

/** The desk's sentences. */
export function useDeskTexts(shown: Pick<DeskSnapshot, 'sessions' | 'discreet'>): DeskTexts {
  const { t } = useTranslation('desk');
  const { directory } = useServices();
  const { discreet } = shown;
  const sessions = useNamed(shown.sessions);
  const people = useEntries('participant');
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are looked up among `people`
  return useMemo(() => {
    const names = deskNames({ directory, sessions, discreet }, t);
    return {
      ...names,
      verdict: (verdict) => verdictText(verdict, names, t),
      entry: (entry) => entryText(entry, names, t),
    };
  }, [t, directory, sessions, discreet, people]);
}
