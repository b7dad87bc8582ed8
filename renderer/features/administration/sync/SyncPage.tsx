import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useSyncTexts } from '#renderer/i18n/use-sync-texts.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useSyncDetails, useSyncState } from '#renderer/services/use-sync-state.ts';
import { CopyField } from '#renderer/ui/CopyField.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useFocusOnStep } from '#renderer/ui/use-focus-on-step.ts';
import type { SyncDetails, SyncState } from '#shared/ports/sync.ts';
import { AdministrationTabs } from '../AdministrationTabs.tsx';
import { MissingAccess } from '../MissingAccess.tsx';
import { DisconnectDialog, ReseedDialog, reseedable } from './SyncDialogs.tsx';
import { useClockText } from './use-clock-text.ts';

/** Verwaltung → Abgleich: how it stands with the server, for administrators and IT. */
export function SyncPage() {
  const { t } = useTranslation('sync');
  const { commands } = useServices();
  const state = useSyncState();
  const details = useSyncDetails();
  const content = useFocusOnStep(details ? 'on' : 'off');
  if (!commands.allows('sync.connect')) return <MissingAccess title={t('details.title')} />;
  return (
    <Page title={t('details.title')}>
      <AdministrationTabs />
      <Box
        ref={content}
        tabIndex={-1}
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', outline: 'none' }}
      >
        <Standing state={state} />
        {details && <Deeds state={state} />}
        {details && <Figures details={details} />}
      </Box>
    </Page>
  );
}

const severities = {
  off: 'info',
  'in-step': 'success',
  filling: 'info',
  waiting: 'info',
  offline: 'warning',
  attention: 'warning',
} as const;

/** One sentence: in step, or what to do. */
function Standing({ state }: { readonly state: SyncState }) {
  const { t } = useTranslation('sync');
  const { clock } = useServices();
  const { sentence } = useSyncTexts(clock.today());
  const text =
    state.kind === 'off'
      ? t('details.off')
      : state.kind === 'attention'
        ? t(`trouble.${state.trouble}.administrator`)
        : sentence(state);
  return (
    <>
      <Alert severity={severities[state.kind]} role="status">
        {text}
      </Alert>
      {state.kind === 'filling' && <Filling {...state} />}
    </>
  );
}

function Filling({ done, remaining }: { readonly done: number; readonly remaining: number }) {
  const { t } = useTranslation('sync');
  const part = done + remaining === 0 ? 0 : Math.floor((100 * done) / (done + remaining));
  return <LinearProgress variant="determinate" value={part} aria-label={t('details.progress')} />;
}

function Deeds({ state }: { readonly state: SyncState }) {
  const { t } = useTranslation('sync');
  const { sync } = useServices();
  const [asking, setAsking] = useState<'reseed' | 'disconnect'>();
  const trouble = state.kind === 'attention' ? reseedable(state.trouble) : undefined;
  const close = (): void => setAsking(undefined);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button variant="outlined" onClick={() => sync.retry()}>
        {t('details.retry')}
      </Button>
      {trouble && (
        <Button variant="contained" onClick={() => setAsking('reseed')}>
          {t(`reseed.${trouble}.action`)}
        </Button>
      )}
      <Button variant="outlined" color="error" onClick={() => setAsking('disconnect')}>
        {t('disconnect.action')}
      </Button>
      {asking === 'reseed' && trouble && <ReseedDialog trouble={trouble} onClose={close} />}
      {asking === 'disconnect' && <DisconnectDialog onClose={close} />}
    </Box>
  );
}

function Figures({ details }: { readonly details: SyncDetails }) {
  const { t, i18n } = useTranslation('sync');
  const moment = useMomentText();
  const failureText = useFailureText();
  const clockText = useClockText();
  const id = useId();
  const number = new Intl.NumberFormat(i18n.language);
  const { servers, bucket, publicKey, sequence, records, waiting, clockAheadMs, lastError, repaired } =
    details;
  return (
    <Sheet>
      <Typography id={id} variant="h2" sx={{ mb: 1.5 }}>
        {t('details.figures')}
      </Typography>
      <Box component="dl" aria-labelledby={id} sx={listLook}>
        <Figure label={t('details.servers')}>{servers.join(', ')}</Figure>
        <Figure label={t('details.bucket')}>{bucket}</Figure>
        <Figure label={t('details.publicKey')}>
          <CopyField label={t('details.publicKey')} value={publicKey} />
        </Figure>
        <Figure label={t('details.sequence')}>
          {sequence === 0 ? t('details.nothingYet') : number.format(sequence)}
        </Figure>
        <Figure label={t('details.records')}>
          {records === null ? t('details.notReached') : number.format(records)}
        </Figure>
        <Figure label={t('details.waiting')}>{number.format(waiting)}</Figure>
        <Figure label={t('details.clock')}>
          {clockAheadMs === null ? t('details.notReached') : clockText(clockAheadMs)}
        </Figure>
        <Figure label={t('details.repaired')}>{number.format(repaired)}</Figure>
        <Figure label={t('details.lastError')}>
          {lastError === null
            ? t('details.noError')
            : t('details.error', { at: moment(lastError.at), text: failureText({ code: lastError.code }) })}
        </Figure>
      </Box>
    </Sheet>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Typography
        component="dd"
        sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}
      >
        {children}
      </Typography>
    </>
  );
}

const listLook = {
  m: 0,
  display: 'grid',
  columnGap: 3,
  rowGap: 1.25,
  alignItems: 'baseline',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(180px, auto) minmax(0, 1fr)' },
} as const;
