import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices, useSetAside } from '#renderer/services/use-services.ts';
import { StillHeld } from '#renderer/ui/StillHeld.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import type { DueForDeletion } from '#shared/domain/retention/due-list.ts';
import type { RunEnd } from '#shared/ports/retention.ts';
import { classCounts, sumOf } from './class-counts.ts';

interface RunDialogProps {
  readonly due: DueForDeletion;
  /** `hasRun`: something may have been deleted. */
  readonly onClose: (hasRun: boolean) => void;
}

type Stage =
  | { readonly at: 'asking' }
  | { readonly at: 'running'; readonly done: number; readonly of: number; readonly cancelling: boolean }
  | { readonly at: 'ended'; readonly answer: Result<RunEnd, Refusal> };

const titles = { asking: 'confirm.title', running: 'run.title', ended: 'run.ended' } as const;

/** Says what will go, asks for its number, deletes step by step, and says what came of it. */
export function RunDialog({ due, onClose }: RunDialogProps) {
  const { t } = useTranslation(['retention', 'common']);
  const { retention } = useServices();
  const titleId = useId();
  const [stage, setStage] = useState<Stage>({ at: 'asking' });
  const stop = useRef(new AbortController());
  const close = (): void => {
    if (stage.at !== 'running') onClose(stage.at === 'ended');
  };
  const run = async (): Promise<void> => {
    setStage({ at: 'running', done: 0, of: due.people.length + due.walkIns.length, cancelling: false });
    const answer = await retention.run(due, {
      signal: stop.current.signal,
      onProgress: (done, of) =>
        setStage({ at: 'running', done, of, cancelling: stop.current.signal.aborted }),
    });
    setStage({ at: 'ended', answer });
  };
  const cancel = (): void => {
    stop.current.abort();
    setStage((now) => (now.at === 'running' ? { ...now, cancelling: true } : now));
  };
  return (
    <Dialog open onClose={close} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t(titles[stage.at])}</DialogTitle>
      {stage.at === 'asking' && <Asking due={due} onRun={() => void run()} onClose={close} />}
      {stage.at === 'running' && (
        <>
          <DialogContent sx={{ display: 'grid', gap: 1.5 }} aria-live="polite">
            <Typography>{t('run.progress', stage)}</Typography>
            <LinearProgress
              variant="determinate"
              value={(100 * stage.done) / Math.max(1, stage.of)}
              aria-label={t('run.title')}
            />
          </DialogContent>
          <DialogActions>
            <Button autoFocus aria-disabled={stage.cancelling} onClick={cancel}>
              {stage.cancelling ? t('run.cancelling') : t('run.cancel')}
            </Button>
          </DialogActions>
        </>
      )}
      {stage.at === 'ended' && (
        <>
          <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
            <Ended answer={stage.answer} />
          </DialogContent>
          <DialogActions>
            <Button autoFocus onClick={close}>
              {t('common:close')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

interface AskingProps {
  readonly due: DueForDeletion;
  readonly onRun: () => void;
  readonly onClose: () => void;
}

/** Nothing is deleted by a habit of pressing Enter: the number that goes is typed. */
function Asking({ due, onRun, onClose }: AskingProps) {
  const { t } = useTranslation(['retention', 'common']);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const count = due.people.length + due.walkIns.length;
  const isRight = typed.trim() === String(count);
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isRight) onRun();
      }}
    >
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography sx={{ fontWeight: 600 }}>{t('confirm.text')}</Typography>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {due.people.length > 0 && <li>{t('due.people', { count: due.people.length })}</li>}
          {due.walkIns.length > 0 && <li>{t('due.sessions', { count: due.walkIns.length })}</li>}
        </Box>
        <Typography variant="body2">{classCounts(t, due.counts).join(' · ')}</Typography>
        <Typography>{t('confirm.forever')}</Typography>
        <Typography>{t('confirm.snapshots')}</Typography>
        <Typography>{t('confirm.stays')}</Typography>
        <TextField
          label={t('confirm.type', { count })}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          error={asked && !isRight}
          helperText={asked && !isRight ? t('confirm.typeWrong') : undefined}
          autoComplete="off"
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" color="error" variant="contained">
          {t('confirm.go')}
        </Button>
      </DialogActions>
    </Box>
  );
}

function Ended({ answer }: { readonly answer: Result<RunEnd, Refusal> }) {
  const { t } = useTranslation('retention');
  const failureText = useFailureText();
  const { aside } = useSetAside();
  if (!answer.ok) return <Alert severity="error">{failureText(answer.error)}</Alert>;
  const { outcome, done, refusal, compacted } = answer.value;
  const count = sumOf(done);
  return (
    <>
      <Alert severity={outcome === 'finished' ? 'success' : outcome === 'failed' ? 'error' : 'warning'}>
        {outcome === 'failed'
          ? t('run.failed', { reason: failureText(refusal ?? { code: 'unknown' }), count })
          : t(`run.${outcome}`, { count })}
      </Alert>
      {count > 0 && <Typography>{classCounts(t, done).join(' · ')}</Typography>}
      {count > 0 && aside && <StillHeld aside={aside.length} />}
      {!compacted && <Typography variant="body2">{t('run.notCompacted')}</Typography>}
    </>
  );
}
