import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { RollCallDeeds } from '../use-roll-call-deeds.ts';
import type { WalkIn } from '../use-walk-ins.ts';
import { PersonDialog } from './PersonDialog.tsx';
import { useLinking } from './use-linking.ts';

interface AskingOptions {
  readonly sessionId: string;
  readonly sheet: AttendanceSheet | undefined;
  readonly lines: readonly WalkIn[];
  readonly deeds: RollCallDeeds;
  readonly recordedOf: (personId: string) => string | undefined;
  /** Has the focus once somebody was found: their line is gone. */
  readonly field: RefObject<HTMLInputElement | null>;
}

interface AskingWho {
  /** Asks whose name an entry is; `null`: who somebody of those was who were only counted. */
  ask(entryId: string | null): void;
  readonly dialog: ReactNode;
}

/** Within a roll call: who somebody known by name was, or somebody who was only counted. */
export function useAskingWho(options: AskingOptions): AskingWho {
  const { sessionId, sheet, lines, deeds, recordedOf, field } = options;
  const { t } = useTranslation('walk-ins');
  const { commands, directory } = useServices();
  const [asked, setAsked] = useState<{ readonly entryId: string | null }>();
  const [open, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  const found = useRef(false);
  const { link, nameCounted } = useLinking({ reason: deeds.rollCall.reason, change: deeds.change });
  const nameOf = (entryId: string | null): string =>
    lines.find((line) => line.entryId === entryId)?.name ?? '';
  const [query, setQuery] = useSearchParams();
  const [created, createdFor] = [query.get('person'), query.get('entry')];
  const latest = useRef({ link, nameOf, deeds });
  latest.current = { link, nameOf, deeds };
  const isRead = sheet !== undefined;
  useEffect(() => {
    // Back from creating the person of a name.
    if (createdFor === null || !isRead) return;
    setQuery({}, { replace: true });
    const person = created === null ? undefined : directory.get('participant', created);
    if (!person) return;
    const now = latest.current;
    const entry = { sessionId, entryId: createdFor, name: now.nameOf(createdFor) };
    now.deeds.change(() => void latest.current.link(entry, person));
  }, [created, createdFor, isRead, sessionId, directory, setQuery]);
  if (!sheet || !asked) return { ask, dialog: null };
  const { entryId } = asked;
  const name = nameOf(entryId);
  return {
    ask,
    dialog: (
      <PersonDialog
        open={open}
        title={entryId === null ? t('action.nameTitle') : t('who.named', { name })}
        name={name}
        session={sheet}
        recordedOf={recordedOf}
        onChoose={(person) => {
          found.current = true;
          setOpen(false);
          if (entryId === null) void nameCounted(sessionId, person);
          else void link({ sessionId, entryId, name }, person);
        }}
        createAt={
          entryId !== null && commands.allows('participant.create')
            ? `/people/new?session=${sessionId}&entry=${entryId}&from=session`
            : undefined
        }
        onClose={() => setOpen(false)}
        onClosed={() => {
          setAsked(undefined);
          if (found.current) field.current?.focus();
          else if (opener.current instanceof HTMLElement) opener.current.focus();
        }}
      />
    ),
  };

  function ask(entry: string | null): void {
    opener.current = document.activeElement;
    deeds.change(() => {
      found.current = false;
      setAsked({ entryId: entry });
      setOpen(true);
    });
  }
}
