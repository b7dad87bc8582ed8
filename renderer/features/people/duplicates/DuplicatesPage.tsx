import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LikelyCouple, useLikelyCouples } from '#renderer/services/likely-same/use-likely-same.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { fullName } from '#shared/domain/names/full-name.ts';
import { PairDeeds } from './PairDeeds.tsx';
import { PairList } from './PairList.tsx';
import { PairView } from './PairView.tsx';
import { useMerging } from './use-merging.ts';
import { usePair } from './use-pair.ts';

/** `/people/duplicates`: pairs of people who are likely one, decided with one key each. */
export function DuplicatesPage() {
  const { t } = useTranslation('duplicates');
  const { couples, percent } = useLikelyCouples(true);
  return (
    <Page title={t('title')} back={{ label: t('back'), to: '/people' }}>
      {couples ? <Couples couples={couples} /> : <Searching percent={percent} />}
    </Page>
  );
}

function Searching({ percent }: { readonly percent: number }) {
  const { t } = useTranslation('duplicates');
  const text = percent === 0 ? t('searching') : t('searchingPercent', { percent });
  return (
    <Sheet>
      <Typography sx={{ mb: 1.5 }}>{text}</Typography>
      <LinearProgress
        aria-label={t('searching')}
        variant="determinate"
        value={percent}
        sx={{ height: 8, borderRadius: 4, maxWidth: 640 }}
      />
    </Sheet>
  );
}

function Couples({ couples }: { readonly couples: readonly LikelyCouple[] }) {
  const { t } = useTranslation('duplicates');
  const [key, setKey] = useState<string>();
  /** Decided, while it is being saved. */
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  /** Where the pair at hand stood: when it goes, the next one has its place. */
  const place = useRef(0);
  const open = couples.filter((couple) => !gone.has(couple.key));
  const found = open.findIndex((couple) => couple.key === key);
  const at = found === -1 ? Math.min(place.current, open.length - 1) : found;
  const current = open[at];
  useEffect(() => {
    place.current = Math.max(at, 0);
  }, [at]);
  if (!current)
    return (
      <Sheet>
        <EmptyState icon={<PeopleAltOutlined />} title={t('noneTitle')} text={t('noneText')} />
      </Sheet>
    );
  const decide = async (saved: Promise<boolean>): Promise<void> => {
    const mine = current.key;
    setGone((before) => new Set(before).add(mine));
    await saved;
    // What was decided is no pair any more; what was not is one again.
    setGone((before) => new Set([...before].filter((one) => one !== mine)));
  };
  return (
    <AtHand
      couples={open}
      current={current}
      place={t('place', { place: at + 1, total: open.length })}
      onChoose={(couple) => setKey(couple.key)}
      onDecided={(saved) => void decide(saved)}
    />
  );
}

interface AtHandProps {
  readonly couples: readonly LikelyCouple[];
  readonly current: LikelyCouple;
  readonly place: string;
  readonly onChoose: (couple: LikelyCouple) => void;
  /** Resolves to whether it is saved. */
  readonly onDecided: (saved: Promise<boolean>) => void;
}

function AtHand({ couples, current, place, onChoose, onDecided }: AtHandProps) {
  const { t } = useTranslation('duplicates');
  const { commands } = useServices();
  const { merge, distinguish } = useMerging();
  const pair = usePair(current);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.focus();
  }, []);
  const named = (side: 0 | 1) => {
    const person = side === 0 ? current.one : current.other;
    return { id: person.id, name: fullName(person) };
  };
  const mayMerge = commands.allows('participant.merge');
  const deeds = {
    merge: () => {
      if (!pair) return;
      const { keeps } = pair;
      const people = { one: named(keeps), other: named(keeps === 0 ? 1 : 0) };
      onDecided(merge(people, () => onChoose(current)));
    },
    apart: () => onDecided(distinguish({ one: named(0), other: named(1) }, () => onChoose(current))),
    swap: () => pair?.swap(),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const typed = event.key.toUpperCase();
    if (typed === t('key.merge') && mayMerge) deeds.merge();
    else if (typed === t('key.apart')) deeds.apart();
    else if (typed === t('key.swap') && mayMerge) deeds.swap();
    else return;
    event.preventDefault();
  };
  return (
    <Box sx={columnsLook} onKeyDown={onKeyDown}>
      <PairList couples={couples} current={current} onChoose={onChoose} ref={list} />
      <Sheet sx={{ p: 2, position: 'sticky', top: 16, minHeight: 400 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
          <Typography role="status" sx={{ flex: '1 1 auto', color: 'text.secondary' }}>
            {place}
          </Typography>
          <PairDeeds {...deeds} mayMerge={mayMerge} />
        </Box>
        {pair && <PairView couple={current} pair={pair} />}
      </Sheet>
    </Box>
  );
}

const columnsLook = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '320px minmax(0, 1fr)' },
  alignItems: 'start',
} as const;
