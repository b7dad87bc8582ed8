import Box from '@mui/material/Box';
import { type KeyboardEvent, type Ref, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LikelyCouple } from '#renderer/services/likely-same/use-likely-same.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { fullName } from '#shared/domain/names/full-name.ts';

interface PairListProps {
  readonly couples: readonly LikelyCouple[];
  readonly current: LikelyCouple;
  readonly onChoose: (couple: LikelyCouple) => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** From these likelihoods on. */
const sure = 0.95;
const likely = 0.8;

/** All pairs, the likeliest first. The focus stays on the list; arrows choose. */
export function PairList({ couples, current, onChoose, ref }: PairListProps) {
  const { t } = useTranslation('duplicates');
  const id = useId();
  const chosen = useRef<HTMLDivElement>(null);
  const at = couples.indexOf(current);
  const optionId = (index: number): string => `${id}-${index}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pair is what scrolls
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [current.key]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: couples.length - 1 }[event.key];
    const next = to === undefined ? undefined : couples[Math.min(Math.max(to, 0), couples.length - 1)];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
  };
  const likelihoodText = ({ likelihood }: LikelyCouple): string =>
    t(`likelihood.${likelihood >= sure ? 'sure' : likelihood >= likely ? 'likely' : 'possible'}`);
  return (
    <Sheet padded={false}>
      <Box
        ref={ref}
        role="listbox"
        aria-label={t('list')}
        aria-activedescendant={optionId(at)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        sx={listLook}
      >
        {couples.map((couple, index) => (
          <Box
            key={couple.key}
            id={optionId(index)}
            ref={index === at ? chosen : undefined}
            role="option"
            aria-selected={index === at}
            onClick={() => onChoose(couple)}
          >
            <span>
              <bdi>{fullName(couple.one)}</bdi>
              {' / '}
              <bdi>{fullName(couple.other)}</bdi>
            </span>
            <small>{likelihoodText(couple)}</small>
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}

const listLook = {
  maxHeight: 'max(320px, calc(100dvh - 150px))',
  overflow: 'auto',
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: '-2px' },
  '& > [role=option]': {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    minHeight: 56,
    px: 2,
    py: 0.75,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    borderLeft: '3px solid transparent',
    borderBottom: '1px solid',
    borderBottomColor: 'line.soft',
    // Pairs out of sight cost nothing.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 56px',
  },
  '& > [role=option]:hover': { bgcolor: 'action.hover' },
  '& > [aria-selected=true]': { bgcolor: 'action.selected', borderLeftColor: 'primary.main' },
  '& small': { color: 'text.secondary', fontSize: '0.8125rem' },
  '@media (forced-colors: active)': {
    '& > [aria-selected=true]': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
} as const;
