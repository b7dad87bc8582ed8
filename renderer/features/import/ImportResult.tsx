import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { hasDeparted } from '#shared/domain/records/participant.ts';
import type { RosterEntry } from '#shared/domain/roster/entries.ts';
import { nameIn } from './CheckList.tsx';
import { EnrolImported } from './EnrolImported.tsx';
import { type ImportSession, readyRows } from './import-session.ts';
import type { Ended } from './import-state.ts';

type Outcome = 'saved' | 'same' | 'skipped' | 'waiting';
interface OutcomeRow {
  readonly entry: RosterEntry;
  readonly outcome: Outcome;
  readonly id: string | undefined;
}
const rowKey = ({ entry }: OutcomeRow): string => String(entry.line);

/** The final statement: every row of the file, and what became of it. */
export function ImportResult({ state, session }: { readonly state: Ended; readonly session: ImportSession }) {
  const { t } = useTranslation('import');
  const { commands, directory, clock } = useServices();
  const today = clock.today();
  const left = readyRows(state).length;
  const same = state.entries.filter(
    ({ line, choice }) => choice?.kind === 'same' && state.saved.has(line),
  ).length;
  // Several rows may be one person, and somebody who was there may have left since.
  const people = useMemo(
    () =>
      [...new Set(state.saved.values())].filter((id) => {
        const person = directory.get('participant', id);
        return person !== undefined && !hasDeparted(person, today);
      }),
    [state.saved, directory, today],
  );
  const isMaybeThere = state.entries.some(
    ({ line, choice }) =>
      state.saved.has(line) && (choice === null || choice.kind === 'later') && state.likely.has(line),
  );
  const skipped = state.entries.filter((entry) => entry.skipped).length;
  return (
    <>
      <Sheet sx={{ mb: 2 }}>
        <EndSentence state={state} left={left} />
        <Typography sx={{ mt: 2 }}>{t('result.all', { count: state.table.rows.length })}</Typography>
        <Box component="ul" sx={{ my: 1, pl: 3 }}>
          <li>{t('result.savedRows', { count: state.saved.size - same })}</li>
          {same > 0 && <li>{t('result.sameRows', { count: same })}</li>}
          <li>{t('result.skippedRows', { count: skipped })}</li>
          {left > 0 && <li>{t('result.leftRows', { count: left })}</li>}
          {state.table.emptyRows > 0 && <li>{t('result.emptyRows', { count: state.table.emptyRows })}</li>}
        </Box>
        {isMaybeThere && (
          <Typography>
            <Link component={RouterLink} to="/people/duplicates">
              {t('result.maybe')}
            </Link>
          </Typography>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
          {left > 0 && (
            <Button variant="contained" autoFocus onClick={() => void session.run()}>
              {t('result.resume', { count: left })}
            </Button>
          )}
          <Button
            component={RouterLink}
            to="/people"
            variant={left > 0 ? 'outlined' : 'contained'}
            autoFocus={left === 0}
          >
            {t('result.toPeople')}
          </Button>
          <Button onClick={session.restart}>{t('result.again')}</Button>
        </Box>
      </Sheet>
      {people.length > 0 && left === 0 && commands.allows('enrolment.add') && (
        <EnrolImported participantIds={people} />
      )}
      <OutcomeList state={state} />
    </>
  );
}

function EndSentence({ state, left }: { readonly state: Ended; readonly left: number }) {
  const { t } = useTranslation('import');
  const failureText = useFailureText();
  const saved = new Set(
    state.entries.flatMap(({ line, choice }) =>
      choice?.kind === 'same' ? [] : (state.saved.get(line) ?? []),
    ),
  ).size;
  if (state.end.how === 'complete')
    return <Alert severity="success">{t('result.complete', { count: saved })}</Alert>;
  if (state.end.how === 'cancelled')
    return <Alert severity="warning">{t('result.cancelled', { saved, left })}</Alert>;
  return (
    <Alert severity="error">
      {t('result.refused', { saved, left, reason: failureText(state.end.refusal) })}
    </Alert>
  );
}

function OutcomeList({ state }: { readonly state: Ended }) {
  const { t } = useTranslation('import');
  const navigate = useNavigate();
  const rows = useMemo(
    () =>
      state.entries
        .map((entry): OutcomeRow => {
          const id = state.saved.get(entry.line);
          if (id !== undefined)
            return { entry, id, outcome: entry.choice?.kind === 'same' ? 'same' : 'saved' };
          return { entry, id, outcome: entry.skipped ? 'skipped' : 'waiting' };
        })
        // What was not imported is what one looks for here.
        .sort((a, b) => Number(a.id !== undefined) - Number(b.id !== undefined)),
    [state.entries, state.saved],
  );
  const columns = useMemo(
    () => [
      {
        key: 'line',
        label: t('review.line'),
        width: 84,
        render: ({ entry }: OutcomeRow) => entry.line,
        sortBy: ({ entry }: OutcomeRow) => entry.line,
      },
      {
        key: 'name',
        label: t('result.name'),
        width: '1fr',
        render: ({ entry }: OutcomeRow) => <bdi>{nameIn(entry)}</bdi>,
        sortBy: ({ entry }: OutcomeRow) => nameIn(entry),
      },
      {
        key: 'outcome',
        label: t('result.outcome'),
        width: 240,
        render: ({ outcome }: OutcomeRow) => t(`result.${outcome}`),
        sortBy: ({ outcome }: OutcomeRow) => outcome,
      },
    ],
    [t],
  );
  return (
    <Sheet padded={false}>
      <VirtualTable
        label={t('result.list')}
        rows={rows}
        columns={columns}
        rowKey={rowKey}
        onOpen={({ id }) => id !== undefined && navigate(`/people/${id}`)}
        maxHeight="max(240px, calc(100dvh - 492px))"
      />
    </Sheet>
  );
}
