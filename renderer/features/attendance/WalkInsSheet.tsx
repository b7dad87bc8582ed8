import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { memo, type Ref, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { headCount } from '#shared/domain/attendance/marks.ts';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import { HeadCount } from './HeadCount.tsx';
import { plainMark } from './mark-change.ts';
import type { RowDeeds } from './RollCallRow.tsx';
import { useMarkText } from './use-mark-text.ts';
import type { RollCallDeeds } from './use-roll-call-deeds.ts';
import type { Attendee } from './use-session.ts';
import { useWalkIns } from './use-walk-ins.ts';
import { type WalkInChoice, WalkInField } from './WalkInField.tsx';
import { WalkInLine } from './WalkInLine.tsx';
import { useAskingWho } from './walk-ins/use-asking-who.tsx';

interface WalkInsSheetProps {
  readonly sessionId: string;
  readonly sheet: AttendanceSheet | undefined;
  readonly session: RowDeeds['session'];
  readonly deeds: RollCallDeeds;
  readonly attendees: readonly Attendee[];
  /** Open from the start: people without a place are welcome. */
  readonly welcome: boolean;
  /** Set for a printed list: Enter in the empty field goes on. */
  readonly paper?: {
    readonly ref: Ref<HTMLInputElement>;
    readonly onNothing: () => void;
    readonly isLastPage: boolean;
  };
}

/** Who came without a place: known people, names only, or only how many. */
export const WalkInsSheet = memo(function WalkInsSheet(props: WalkInsSheetProps) {
  const { sessionId, sheet, session, deeds, attendees, welcome, paper } = props;
  const { t } = useTranslation('attendance');
  const id = useId();
  const offerUndo = useUndo();
  const say = useNotice();
  const markText = useMarkText();
  const walkIns = useWalkIns(sessionId, sheet, deeds.rollCall);
  const latest = useRef({ deeds, walkIns });
  latest.current = { deeds, walkIns };
  /** Taking back is a change too: of a sheet that was closed meanwhile it takes a reason. */
  const offerChange = (done: string, deed: (now: typeof latest.current) => void): void =>
    offerUndo(done, () => latest.current.deeds.change(() => deed(latest.current)));
  const [unfolded, setUnfolded] = useState<boolean>();
  const used = walkIns.lines.length > 0 || headCount(sheet) > 0;
  const isOpen = unfolded ?? (welcome || used);

  const field = useRef<HTMLInputElement>(null);

  const noteOf = (personId: string): string | undefined => {
    const attendee = attendees.find(({ person }) => person.id === personId);
    const row = deeds.rollCall.row(personId);
    if (row.mark !== 'not-recorded') return markText(row);
    return attendee?.enrolled ? t('walkIns.hasPlace') : undefined;
  };
  const { ask, dialog } = useAskingWho({
    ...{ sessionId, sheet, deeds, field, lines: walkIns.lines, recordedOf: noteOf },
  });
  const choose = (choice: WalkInChoice): void =>
    deeds.change(() => {
      if ('name' in choice) {
        const key = walkIns.add(choice.name, plainMark('present'));
        offerChange(t('walkIns.added', { name: choice.name }), (now) =>
          now.walkIns.change(key, plainMark('not-recorded')),
        );
        return;
      }
      const { person } = choice;
      const name = listName(person);
      const before = deeds.rollCall.row(person.id);
      if (before.mark !== 'not-recorded') {
        say(t('walkIns.already', { name, mark: markText(before) }));
        return;
      }
      deeds.record(person.id, plainMark('present'));
      const hasPlace = attendees.some(
        ({ person: { id: other }, enrolled }) => enrolled && other === person.id,
      );
      offerChange(t(hasPlace ? 'walkIns.present' : 'walkIns.presentWithoutPlace', { name }), (now) =>
        now.deeds.record(person.id, plainMark('not-recorded')),
      );
    });
  const change = (key: string, name: string, before: PersonMark, after: PersonMark): void => {
    walkIns.change(key, after);
    const done =
      after.mark === 'not-recorded'
        ? t('walkIns.removed', { name })
        : t('said', { name, mark: markText(after) });
    offerChange(done, (now) => now.walkIns.change(key, before));
  };
  if (deeds.locked && !used) return null;
  return (
    <Sheet sx={{ mt: 2, p: 2 }}>
      <Box component="section" aria-labelledby={id}>
        {paper ? (
          <Typography variant="h2" id={id} sx={{ mb: 1.5 }}>
            {t('paper.additions')}
          </Typography>
        ) : (
          <Typography variant="h2" id={id} sx={{ mb: isOpen ? 1.5 : 0 }}>
            <Button
              color="inherit"
              aria-expanded={isOpen}
              onClick={() => setUnfolded(!isOpen)}
              endIcon={<ExpandMore sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />}
              sx={{ font: 'inherit', ml: -2, textTransform: 'none' }}
            >
              {t('walkIns.title')}
            </Button>
          </Typography>
        )}
        {(isOpen || paper) && (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            {!deeds.locked && (
              <Box sx={{ maxWidth: 560 }}>
                <WalkInField
                  label={t('walkIns.field')}
                  hint={t(paper && !paper.isLastPage ? 'paper.additionsHint' : 'walkIns.hint')}
                  noteOf={noteOf}
                  onChosen={choose}
                  onNothing={paper?.onNothing}
                  ref={paper?.ref ?? field}
                />
              </Box>
            )}
            {walkIns.lines.length > 0 && (
              <Box component="ul" aria-label={t('walkIns.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {walkIns.lines.map((line) => (
                  <WalkInLine
                    key={line.key}
                    line={line}
                    deeds={deeds}
                    session={session}
                    onChange={(mark) => change(line.key, line.name, line.mark, mark)}
                    onLink={ask}
                    onRetry={() => deeds.change(() => walkIns.retry(line.key))}
                  />
                ))}
              </Box>
            )}
            {!paper && <HeadCount {...{ sessionId, sheet, deeds }} onName={() => ask(null)} />}
          </Box>
        )}
      </Box>
      {dialog}
    </Sheet>
  );
});
