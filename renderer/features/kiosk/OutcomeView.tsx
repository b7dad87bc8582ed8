import ArrowForward from '@mui/icons-material/ArrowForward';
import CheckCircle from '@mui/icons-material/CheckCircle';
import EventBusy from '@mui/icons-material/EventBusy';
import HourglassTop from '@mui/icons-material/HourglassTop';
import Schedule from '@mui/icons-material/Schedule';
import WarningRounded from '@mui/icons-material/WarningRounded';
import Box from '@mui/material/Box';
import { keyframes } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { kioskLanguages } from '#shared/domain/kiosk/kiosk-languages.ts';
import type { KioskView } from './kiosk-flow.ts';
import { DeskPictogram, UnknownCardPictogram } from './pictograms.tsx';
import { SessionFacts } from './SessionFacts.tsx';
import { scaled } from './scaled.ts';
import { spokenIn, useSpoken } from './spoken.ts';

type Of<K extends KioskView['kind']> = Extract<KioskView, { readonly kind: K }>;

const symbol = 'clamp(6rem, 26vmin, 22rem)';
const headline = { fontSize: scaled(2), textAlign: 'center' } as const;

function Middle({ children }: { readonly children: ReactNode }) {
  return (
    <Box sx={{ flex: 1, display: 'grid', alignContent: 'center', justifyItems: 'center', gap: 2.5 }}>
      {children}
    </Box>
  );
}

const asTold = { done: CheckCircle, again: CheckCircle, later: Schedule } as const;

/** The tick, the first name, where to go. */
export function PersonOutcome({ view }: { readonly view: Of<'done' | 'again' | 'later'> }) {
  const { t } = useSpoken();
  const Sign = asTold[view.kind];
  return (
    <Middle>
      <Sign
        aria-hidden
        sx={{ fontSize: symbol, color: view.kind === 'later' ? 'status.late.text' : 'status.present.text' }}
      />
      <Typography variant="h1" sx={{ fontSize: scaled(3.5), textAlign: 'center' }}>
        <bdi>{view.firstName}</bdi>
      </Typography>
      <Typography sx={headline}>{t(view.kind)}</Typography>
      <SessionFacts session={view.session} size="tile" />
    </Middle>
  );
}

const reasons = { unknown: UnknownCardPictogram, nothing: EventBusy, failed: WarningRounded } as const;

/** It did not work out: why, and the way to the people who can help. */
export function DeskOutcome({ kind, own }: { readonly kind: keyof typeof reasons; readonly own: boolean }) {
  const { t } = useSpoken();
  const Reason = reasons[kind];
  return (
    <Middle>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Reason aria-hidden sx={{ fontSize: symbol, color: 'status.absent.text' }} />
        <ArrowForward
          aria-hidden
          sx={{ fontSize: scaled(3.5), '[dir="rtl"] &': { transform: 'scaleX(-1)' } }}
        />
        <DeskPictogram aria-hidden sx={{ fontSize: symbol, color: 'primary.main' }} />
      </Box>
      <Typography sx={headline}>{t(kind)}</Typography>
      <Typography variant="h1" sx={headline}>
        {t('desk')}
      </Typography>
      {!own && <InEveryLanguage text="desk" />}
    </Middle>
  );
}

/** Yesterday's kiosk. */
export function ClosedView() {
  const { t } = useSpoken();
  return (
    <Middle>
      <DeskPictogram aria-hidden sx={{ fontSize: symbol, color: 'primary.main' }} />
      <Typography variant="h1" sx={headline}>
        {t('askStaff')}
      </Typography>
      <InEveryLanguage text="askStaff" />
    </Middle>
  );
}

const unseen = keyframes({ from: { opacity: 0 }, to: { opacity: 0 } });

/** What is not known yet; shown only where it takes a moment, so that it does not flash before the tick. */
export function WaitView() {
  const { t } = useSpoken();
  return (
    <Box sx={{ flex: 1, display: 'grid', animation: `${unseen} 250ms` }}>
      <Middle>
        <HourglassTop aria-hidden sx={{ fontSize: symbol, color: 'text.secondary' }} />
        <Typography variant="h1" sx={headline}>
          {t('wait')}
        </Typography>
      </Middle>
    </Box>
  );
}

/** A sentence for someone of whom nobody knows what they read. */
function InEveryLanguage({ text }: { readonly text: 'desk' | 'askStaff' }) {
  const { attributes } = useSpoken();
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        width: '100%',
        maxWidth: scaled(68),
        display: 'grid',
        columnGap: 4,
        rowGap: 1,
        gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${scaled(18)}), 1fr))`,
      }}
    >
      {kioskLanguages
        .filter(({ code }) => code !== attributes.lang)
        .map(({ code }) => {
          const own = spokenIn(code);
          return (
            <Box
              component="li"
              key={code}
              {...own.attributes}
              sx={{ textAlign: 'center', fontSize: scaled(1.125), lineHeight: 1.5 }}
            >
              {own.t(text)}
            </Box>
          );
        })}
    </Box>
  );
}
