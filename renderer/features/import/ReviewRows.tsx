import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { CheckList } from './CheckList.tsx';
import type { ImportSession } from './import-session.ts';
import type { Reviewing } from './import-state.ts';
import { possibleSame } from './possible-same.ts';
import { RowEditor } from './RowEditor.tsx';
import { countsOf, nextOpen, obvious, type ReviewFilter, reviewFilters, reviewRows } from './review-rows.ts';

const filterLabels = {
  all: 'review.filterAll',
  open: 'review.filterOpen',
  likely: 'review.filterLikely',
  noted: 'review.filterNoted',
  same: 'review.filterSame',
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
  const { directory } = useServices();
  // A keystroke paints at once; the whole list is judged again right after it.
  const { entries, known, likely, saved, uncompared } = useDeferredValue(state);
  const rows = useMemo(() => reviewRows({ entries, known, likely, saved }), [entries, known, likely, saved]);
  const counts = useMemo(() => countsOf(rows), [rows]);
  const [filter, setFilter] = useState<ReviewFilter>(counts.open > 0 ? 'open' : 'all');
  const [line, setLine] = useState<number | undefined>(() => nextOpen(rows, 0)?.entry.line);
  const [refused, setRefused] = useState(false);
  const shown = useMemo(
    () => (filter === 'all' ? rows : rows.filter((row) => row.state === filter)),
    [rows, filter],
  );
  // What there rarely is has its place only where there is some.
  const filters = reviewFilters.filter(
    (each) => (each !== 'likely' && each !== 'same') || counts[each] > 0 || each === filter,
  );
  const judged = rows.find((row) => row.entry.line === line);
  // What is typed must never be a step behind, or the field would take letters back.
  const entry = state.entries.find((each) => each.line === line);
  const current = judged && entry ? { ...judged, entry } : undefined;
  const possible = current ? possibleSame(current, state, directory) : [];
  const clear = useMemo(() => obvious(rows, { likely }), [rows, likely]);
  const importable = counts.ready + counts.likely + counts.noted;
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
          {counts.likely > 0 && ` · ${t('review.likely', { count: counts.likely })}`}
          {counts.same > 0 && ` · ${t('review.same', { count: counts.same })}`}
          {counts.skipped > 0 && ` · ${t('review.skipped', { count: counts.skipped })}`}
          {uncompared > 0 && (
            <Box component="span" sx={{ color: 'text.secondary', display: 'block', fontSize: '0.875rem' }}>
              {t('review.uncompared', { count: uncompared })}
            </Box>
          )}
        </Typography>
        <Button onClick={session.backToMapping}>{t('review.back')}</Button>
        {clear.size > 0 && (
          <Button
            variant="outlined"
            onClick={() =>
              session.choose(new Map([...clear].map(([each, as]) => [each, { kind: 'same', as }])))
            }
          >
            {t('review.obvious', { count: clear.size })}
          </Button>
        )}
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
        <Button variant="contained" disabled={importable + counts.same === 0} onClick={start}>
          {importable === 0 && counts.same > 0
            ? t('review.startSame', { count: counts.same })
            : t('review.start', { count: importable })}
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
        {filters.map((each) => (
          <ToggleButton key={each} value={each} sx={{ px: 1.5, textTransform: 'none' }}>
            {t(filterLabels[each], { count: counts[each] })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: {
            xs: '1fr',
            md: possible.length > 0 ? 'minmax(0, 1fr) minmax(0, 540px)' : 'minmax(0, 1fr) 340px',
          },
          alignItems: 'start',
        }}
      >
        <CheckList rows={shown} current={line} onOpen={setLine} />
        <RowEditor
          key={line}
          row={current}
          mapping={state.mapping}
          session={session}
          possible={possible}
          hasNext={nextOpen(rows, line ?? 0) !== undefined}
          onNext={() => setLine(nextOpen(rows, line ?? 0)?.entry.line ?? line)}
        />
      </Box>
    </>
  );
}
