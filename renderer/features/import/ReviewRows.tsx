import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckList } from './CheckList.tsx';
import type { ImportSession } from './import-session.ts';
import type { Reviewing } from './import-state.ts';
import { RowEditor } from './RowEditor.tsx';
import { countsOf, nextOpen, type ReviewFilter, reviewFilters, reviewRows } from './review-rows.ts';

const filterLabels = {
  all: 'review.filterAll',
  open: 'review.filterOpen',
  noted: 'review.filterNoted',
  skipped: 'review.filterSkipped',
} as const;

/** All rows, what stands out in each, and the row at hand to correct or skip. Nothing is saved before all are clear. */
export function ReviewRows({
  state,
  session,
}: {
  readonly state: Reviewing;
  readonly session: ImportSession;
}) {
  const { t } = useTranslation('import');
  // A keystroke paints at once; the whole list is judged again right after it.
  const { entries, known } = useDeferredValue(state);
  const rows = useMemo(() => reviewRows({ entries, known }), [entries, known]);
  const counts = useMemo(() => countsOf(rows), [rows]);
  const [filter, setFilter] = useState<ReviewFilter>(counts.open > 0 ? 'open' : 'all');
  const [line, setLine] = useState<number | undefined>(() => nextOpen(rows, 0)?.entry.line);
  const [refused, setRefused] = useState(false);
  const shown = useMemo(
    () => (filter === 'all' ? rows : rows.filter((row) => row.state === filter)),
    [rows, filter],
  );
  const judged = rows.find((row) => row.entry.line === line);
  // What is typed must never be a step behind, or the field would take letters back.
  const entry = state.entries.find((each) => each.line === line);
  const current = judged && entry ? { ...judged, entry } : undefined;
  const importable = counts.ready + counts.noted;
  const start = (): void => {
    if (counts.open === 0) void session.run();
    else {
      setRefused(true);
      setFilter('open');
      setLine(nextOpen(rows, 0)?.entry.line);
    }
  };
  const setAll = (which: 'open' | 'skipped', skipped: boolean): void => {
    const lines = rows.filter((row) => row.state === which).map((row) => row.entry.line);
    session.setSkipped(new Set(lines), skipped);
  };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
        <Typography role="status" sx={{ flex: '1 1 260px' }}>
          <strong>{t('review.ready', { count: importable })}</strong>
          {' · '}
          {counts.open === 0 ? t('review.noneOpen') : t('review.open', { count: counts.open })}
          {counts.skipped > 0 && ` · ${t('review.skipped', { count: counts.skipped })}`}
        </Typography>
        <Button onClick={session.backToMapping}>{t('review.back')}</Button>
        {counts.open > 0 && (
          <Button variant="outlined" onClick={() => setAll('open', true)}>
            {t('review.skipOpen', { count: counts.open })}
          </Button>
        )}
        {counts.open === 0 && counts.skipped > 0 && (
          <Button variant="outlined" onClick={() => setAll('skipped', false)}>
            {t('review.unskip', { count: counts.skipped })}
          </Button>
        )}
        <Button variant="contained" disabled={importable === 0} onClick={start}>
          {t('review.start', { count: importable })}
        </Button>
      </Box>
      {refused && counts.open > 0 && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {t('review.openFirst', { count: counts.open })}
        </Alert>
      )}
      <ToggleButtonGroup
        exclusive
        size="small"
        value={filter}
        aria-label={t('review.filter')}
        onChange={(_event, next: ReviewFilter | null) => next && setFilter(next)}
        sx={{ mb: 1 }}
      >
        {reviewFilters.map((each) => (
          <ToggleButton key={each} value={each} sx={{ px: 1.5, textTransform: 'none' }}>
            {t(filterLabels[each], { count: counts[each] })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 340px', lg: 'minmax(0, 1fr) 372px' },
          alignItems: 'start',
        }}
      >
        <CheckList rows={shown} current={line} onOpen={setLine} />
        <RowEditor
          key={line}
          row={current}
          mapping={state.mapping}
          session={session}
          hasNext={nextOpen(rows, line ?? 0) !== undefined}
          onNext={() => setLine(nextOpen(rows, line ?? 0)?.entry.line ?? line)}
        />
      </Box>
    </>
  );
}
