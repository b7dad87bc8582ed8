import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { useReason } from '../use-reason.ts';
import { UnlinkedList } from './UnlinkedList.tsx';
import { itemBeside, type UnlinkedItem, type UnlinkedView } from './unlinked-items.ts';
import { useLinking } from './use-linking.ts';
import { useReasonKept } from './use-reason-kept.ts';
import { type Unlinked, useUnlinked } from './use-unlinked.ts';
import { WhoWasIt } from './WhoWasIt.tsx';

const views = ['named', 'counted'] as const satisfies UnlinkedView[];

/** `/attendance/walk-ins`: people who came in and whose persons are not found yet, one key for each that is clear. */
export function WalkInsPage() {
  const { t } = useTranslation('walk-ins');
  const [view, setView] = useState<UnlinkedView>('named');
  const unlinked = useUnlinked(view);
  const { days, counts, from, older } = unlinked;
  return (
    <Page title={t('title')} back={{ label: t('back'), to: '/' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1, mb: 1.5 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          aria-label={t('view.label')}
          onChange={(_event, next: UnlinkedView | null) => next && setView(next)}
        >
          {views.map((each) => (
            <ToggleButton key={each} value={each} sx={{ px: 1.5, textTransform: 'none' }}>
              {t(`view.${each}`, { number: counts[each] })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Typography variant="body2" role="status" sx={{ color: 'text.secondary', flex: '1 1 auto' }}>
          {t('since', { date: germanDate(from) })}
        </Typography>
        {older && (
          <Button size="small" onClick={older}>
            {t('older')}
          </Button>
        )}
      </Box>
      {days && <Finding key={view} view={view} unlinked={unlinked} />}
    </Page>
  );
}

/** The list and, beside it, the one at hand. */
function Finding({ view, unlinked }: { readonly view: UnlinkedView; readonly unlinked: Unlinked }) {
  const { t } = useTranslation('walk-ins');
  const { days = [], items } = unlinked;
  const [current, setCurrent] = useState<string | undefined>();
  const item = items.find(({ key }) => key === current) ?? items[0];
  /** Counts the people who were chosen: the field begins anew after each. */
  const [turn, setTurn] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const toField = useRef(true);
  const kept = useReasonKept();
  const sessionId = item?.session.id;
  // Why one list is changed says nothing about another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another session is what ends the reason
  useEffect(() => () => kept.setReason(null), [kept, sessionId]);
  const asked = useReason(kept, item?.sheet.closed ?? false);
  const { link, nameCounted } = useLinking({ reason: kept.reason, change: asked.guard });
  const show = (next: UnlinkedItem | undefined, focus: boolean): void => {
    toField.current = focus;
    setCurrent(next?.key);
    if (focus && next?.key === item?.key) field.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item, or another turn, is what moves the focus
  useLayoutEffect(() => {
    if (!toField.current) return;
    field.current?.focus();
    field.current?.select();
  }, [item?.key, turn]);
  const choose = async (of: UnlinkedItem, person: PersonEntry): Promise<void> => {
    const { session, walkIn } = of;
    setTurn((before) => before + 1);
    toField.current = true;
    if (!walkIn) {
      await nameCounted(session.id, person);
      return;
    }
    setCurrent(itemBeside(items, of.key, 1)?.key);
    unlinked.hide(of.key, true);
    const entry = { sessionId: session.id, entryId: walkIn.entryId, name: walkIn.name };
    const back = (): void => {
      unlinked.hide(of.key, false);
      setCurrent(of.key);
    };
    if (!(await link(entry, person, back))) back();
  };
  useReturned(items, (of, person) => {
    show(of, true);
    if (person) asked.guard(() => void choose(of, person));
  });
  if (!item)
    return (
      <Sheet>
        <EmptyState
          icon={<HowToRegOutlined />}
          title={t(`none.${view}.title`)}
          text={t(`none.${view}.text`)}
        />
      </Sheet>
    );
  const beside = (by: 1 | -1): void => show(itemBeside(items, item.key, by), true);
  return (
    <Box sx={columnsLook}>
      <UnlinkedList
        days={days}
        current={item.key}
        onMark={(next) => show(next, false)}
        onOpen={(next) => {
          show(next, true);
          field.current?.focus();
        }}
      />
      <Box sx={{ position: 'sticky', top: 16 }}>
        {item.sheet.closed && (
          <Alert severity="info" sx={{ mb: 1 }}>
            {t('closed')}
          </Alert>
        )}
        <WhoWasIt
          key={`${item.key} ${turn}`}
          item={item}
          ref={field}
          onChoose={(person) => asked.guard(() => void choose(item, person))}
          onBeside={items.length > 1 ? beside : undefined}
        />
      </Box>
      <ReasonDialog asked={asked} />
    </Box>
  );
}

/** Comes back from creating a person for one of the names: that one is at hand again, and linked if there is one. */
function useReturned(
  items: readonly UnlinkedItem[],
  onReturned: (of: UnlinkedItem, person: PersonEntry | undefined) => void,
): void {
  const { directory } = useServices();
  const [query, setQuery] = useSearchParams();
  const entry = `${query.get('session')}/${query.get('entry')}`;
  const person = directory.get('participant', query.get('person') ?? '');
  const of = items.find(({ key }) => key === entry);
  const latest = useRef(onReturned);
  latest.current = onReturned;
  useEffect(() => {
    if (!of) return;
    setQuery({}, { replace: true });
    latest.current(of, person);
  }, [of, person, setQuery]);
}

const columnsLook = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1.2fr)' },
  alignItems: 'start',
} as const;
