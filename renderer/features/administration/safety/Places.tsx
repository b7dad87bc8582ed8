import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { BackupState } from '#shared/ipc/contract/backup.ts';

/** The two places: what lies there last, and what is in the way. */
export function Places({ backup: { here, away } }: { readonly backup: BackupState }) {
  const { t } = useTranslation('safety');
  return (
    <Sheet>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('places.title')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
        <Place title={t('places.here')} place={here} />
        <Place title={t('places.away')} place={away.folder === null ? null : away}>
          <Typography
            variant="body2"
            sx={{ overflowWrap: 'anywhere', color: away.folder === null ? 'text.secondary' : undefined }}
          >
            {away.folder ?? t('places.notChosen')}
          </Typography>
          <LedgerThere away={away} />
          <ChooseFolder chosen={away.folder !== null} />
        </Place>
      </Box>
    </Sheet>
  );
}

interface PlaceProps {
  readonly title: string;
  /** `null`: there is no such place yet. */
  readonly place: BackupState['here'] | null;
  readonly children?: ReactNode;
}

function Place({ title, place, children }: PlaceProps) {
  const { t } = useTranslation('safety');
  const moment = useMomentText();
  const failureText = useFailureText();
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1, alignContent: 'start' }}>
      <Typography variant="h3">{title}</Typography>
      {place && (
        <Typography variant="body2">
          {place.newest ? t('places.last', { at: moment(place.newest.madeAt) }) : t('places.never')}
        </Typography>
      )}
      {place?.problem != null && (
        <Alert severity="warning">{failureText({ code: problemCode(place.problem) })}</Alert>
      )}
      {children}
    </Box>
  );
}

/** What is wrong with the list of deletions in the second place. That the place is out of reach is said already. */
function LedgerThere({ away: { ledger, problem } }: { readonly away: BackupState['away'] }) {
  const { t } = useTranslation('safety');
  if (ledger === null || (ledger === 'behind' && problem !== null)) return null;
  return <Alert severity="warning">{t(`places.ledger.${ledger}`)}</Alert>;
}

/** The disk's failures have sentences about saving; here it was a copy, and what was saved is safe. */
function problemCode(problem: NonNullable<BackupState['here']['problem']>): string {
  if (problem === 'disk.full') return 'backup.disk-full';
  return problem.startsWith('disk.') ? 'backup.timeout' : problem;
}

function ChooseFolder({ chosen }: { readonly chosen: boolean }) {
  const { t } = useTranslation('safety');
  const { backup } = useServices();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const choose = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await backup.chooseFolder();
    setBusy(false);
    if (!answer.ok) setFailure(failureText(answer.error));
  };
  return (
    <Box>
      <Button size="small" variant="outlined" aria-disabled={busy} onClick={() => void choose()}>
        {chosen ? t('places.chooseOther') : t('places.choose')}
      </Button>
      {failure !== undefined && <FieldError>{failure}</FieldError>}
    </Box>
  );
}
