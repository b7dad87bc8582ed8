import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { asItStands, type EntryProblem, withValue } from '#shared/domain/roster/entries.ts';
import { type ColumnTarget, type RosterField, rosterFields } from '#shared/domain/roster/mapping.ts';
import { RowState } from './CheckList.tsx';
import type { ImportSession } from './import-session.ts';
import type { PossibleSame } from './possible-same.ts';
import type { ReviewRow } from './review-rows.ts';
import { SameQuestion } from './SameQuestion.tsx';
import { useProblemText } from './use-problem-text.ts';

interface RowEditorProps {
  readonly row: ReviewRow | undefined;
  readonly mapping: readonly ColumnTarget[];
  readonly session: ImportSession;
  /** Who may be the person of the row. */
  readonly possible: readonly PossibleSame[];
  readonly hasNext: boolean;
  readonly onNext: () => void;
}

/**
 * The row at hand: every cell to be corrected in place, each with what is wrong with it. Enter goes on to the next
 * open row.
 */
export function RowEditor({ row, mapping, session, possible, hasNext, onNext }: RowEditorProps) {
  const { t } = useTranslation('import');
  const { clock } = useServices();
  const textOf = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const line = row?.entry.line;
  // Fields with a problem stand first, and stay where they are while it is put right.
  const [fields] = useState(() => {
    const wrong = new Set(row?.problems.map(({ field }) => field));
    return rosterFields
      .filter((field) => mapping.includes(field))
      .toSorted((a, b) => Number(wrong.has(b)) - Number(wrong.has(a)));
  });
  const entered = row?.entry.read.person;
  const isAsked = possible.length > 0 && entered !== undefined && !row?.entry.skipped;
  /** Whether the cells are on the screen while it is asked whose row it is. */
  const [editing, setEditing] = useState(false);
  const decided = row?.entry.choice != null;
  // Opening a row is to correct it: the first field that is wrong has the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row, or beginning to correct it, is what moves the focus
  useEffect(() => {
    if (isAsked && !decided && !editing) return;
    const field = (which: string) => form.current?.querySelector<HTMLElement>(which);
    (field('[aria-invalid="true"]') ?? field('input'))?.focus();
  }, [line, editing]);
  if (!row) return <Sheet>{t('row.none')}</Sheet>;
  const { entry, problems, state } = row;
  const about = (field: RosterField | null): readonly EntryProblem[] =>
    problems.filter((problem) => problem.field === field && problem.code !== 'likely-same');
  const change = (field: RosterField, text: string): void =>
    session.change(entry.line, (before) => withValue(before, field, text, clock.today()));
  return (
    <Sheet sx={{ p: 2 }}>
      <Box
        component="form"
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (hasNext) onNext();
        }}
        sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}
      >
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, flexWrap: 'wrap' }}>
          <Typography variant="h2">{t('row.title', { line: entry.line })}</Typography>
          <RowState state={state} />
        </Box>
        {about(null).map((problem) => (
          <Box
            key={problem.code}
            sx={{ display: 'flex', flexDirection: 'column', gap: 0.5, alignItems: 'flex-start' }}
          >
            <FieldError>{textOf(problem)}</FieldError>
            {(problem.code === 'too-few-fields' || problem.code === 'too-many-fields') && !entry.skipped && (
              <Button size="small" variant="outlined" onClick={() => session.change(entry.line, asItStands)}>
                {t('row.asItStands')}
              </Button>
            )}
          </Box>
        ))}
        {isAsked && (
          <SameQuestion
            line={entry.line}
            entered={entered}
            choice={entry.choice}
            possible={possible}
            onChoose={(choice) => {
              session.choose(new Map([[entry.line, choice]]));
              if (choice !== null && hasNext) onNext();
            }}
          />
        )}
        {(!isAsked || editing) && (
          <Box
            sx={{
              display: 'flex',
              flexDirection: 'column',
              gap: 1.5,
              maxHeight: 'max(240px, calc(100dvh - 446px))',
              overflow: 'auto',
              pt: 0.75,
            }}
          >
            {fields.map((field) => (
              <CellField
                key={field}
                field={field}
                value={entry.values[field] ?? ''}
                problems={about(field)}
                onChange={(text) => change(field, text)}
              />
            ))}
          </Box>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="outlined" disabled={!hasNext}>
            {t('row.next')}
          </Button>
          <Button
            onClick={() => session.change(entry.line, (before) => ({ ...before, skipped: !before.skipped }))}
          >
            {entry.skipped ? t('row.unskip') : t('row.skip')}
          </Button>
          {isAsked && !editing && <Button onClick={() => setEditing(true)}>{t('same.edit')}</Button>}
        </Box>
      </Box>
    </Sheet>
  );
}

interface CellFieldProps {
  readonly field: RosterField;
  readonly value: string;
  readonly problems: readonly EntryProblem[];
  readonly onChange: (text: string) => void;
}

function CellField({ field, value, problems, onChange }: CellFieldProps) {
  const { t } = useTranslation('import');
  const textOf = useProblemText();
  return (
    <TextField
      label={t(`field.${field}`)}
      // A field of one line would join what a line break parts.
      value={value.replace(/\s*[\r\n]+\s*/g, ' ')}
      onChange={(event) => onChange(event.target.value)}
      error={problems.some(({ severity }) => severity === 'error')}
      helperText={problems.map((problem) => (
        <Box component="span" key={problem.code} sx={{ display: 'block' }}>
          {problem.severity === 'error' ? <FieldError>{textOf(problem)}</FieldError> : textOf(problem)}
          {problem.personId !== undefined && (
            <Link
              component={RouterLink}
              to={`/people/${problem.personId}`}
              sx={{ display: 'inline-block', ml: 2.5 }}
            >
              {t('row.showPerson')}
            </Link>
          )}
        </Box>
      ))}
      autoComplete="off"
      slotProps={{ htmlInput: { spellCheck: false, dir: 'auto' } }}
    />
  );
}
