import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { CopyField } from '#renderer/ui/CopyField.tsx';
import { DigitGroups } from '#renderer/ui/DigitGroups.tsx';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import type { JoinPort, JoinState, PendingJoin } from '#shared/ports/joining.ts';
import { StepFrame } from './StepFrame.tsx';

interface JoinScreenProps {
  readonly port: JoinPort;
  /** Back to where one came from; nothing of the join is left then. */
  readonly onLeave: () => void;
}

/** A PC without data joins a site: file, code and name, then the wait for the server and for an administrator. */
export function JoinScreen({ port, onLeave }: JoinScreenProps) {
  const [pending, setPending] = useState<PendingJoin>();
  return pending ? (
    <WaitToJoin pending={pending} onLeave={onLeave} />
  ) : (
    <AskToJoin port={port} onBegun={setPending} onLeave={onLeave} />
  );
}

interface JoinFile {
  readonly name: string;
  readonly text: string;
}

/** What a field that is still empty or wrong says. */
type Missing = Readonly<Record<'file' | 'code' | 'name', boolean>>;

function AskToJoin({
  port,
  onBegun,
  onLeave,
}: JoinScreenProps & { readonly onBegun: (pending: PendingJoin) => void }) {
  const { t } = useTranslation('joining');
  const failureText = useFailureText();
  const [file, setFile] = useState<JoinFile>();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [tell, setTell] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const missing: Missing = {
    file: tell && !file,
    code: tell && code.trim() === '',
    name: tell && name.trim() === '',
  };
  const begin = async (): Promise<void> => {
    setTell(true);
    setFailure(undefined);
    if (!file || code.trim() === '' || name.trim() === '') return;
    setBusy(true);
    const begun = await port.begin(file.text, code, name.trim());
    setBusy(false);
    if (begun.ok) onBegun(begun.value);
    else setFailure(failureText(begun.error));
  };
  return (
    <StepFrame
      step={1}
      of={2}
      title={t('title')}
      text={t('text')}
      nextLabel={busy ? t('busy') : t('next')}
      busy={busy}
      fieldHasFocus={false}
      onNext={() => void begin()}
      onBack={() => {
        if (!busy) onLeave();
      }}
    >
      <JoinFileField
        file={file}
        missing={missing.file}
        onFile={(chosen) => {
          setFailure(undefined);
          const isOne = port.isJoinFile(chosen.text);
          setFile(isOne ? chosen : undefined);
          if (!isOne) setFailure(failureText({ code: 'vault.join-file-unreadable' }));
        }}
      />
      <TextField
        label={t('code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={missing.code}
        helperText={missing.code ? <FieldError>{t('codeMissing')}</FieldError> : t('codeHint')}
        autoComplete="off"
        slotProps={{
          htmlInput: {
            maxLength: 40,
            spellCheck: false,
            style: {
              fontVariantNumeric: 'tabular-nums',
              letterSpacing: '0.06em',
              textTransform: 'uppercase',
            },
          },
        }}
      />
      <TextField
        label={t('name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={missing.name}
        helperText={missing.name ? <FieldError>{t('nameMissing')}</FieldError> : t('nameHint')}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      {failure !== undefined && <FieldError>{failure}</FieldError>}
    </StepFrame>
  );
}

interface JoinFileFieldProps {
  readonly file: JoinFile | undefined;
  readonly missing: boolean;
  readonly onFile: (file: JoinFile) => void;
}

function JoinFileField({ file, missing, onFile }: JoinFileFieldProps) {
  const { t } = useTranslation('joining');
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
        <FileButton
          variant="outlined"
          aria-invalid={missing ? 'true' : undefined}
          label={t(file ? 'otherFile' : 'file')}
          name={t('file')}
          accept=".json"
          onFile={(chosen) => void chosen.text().then((text) => onFile({ name: chosen.name, text }))}
        />
        {file && <Typography>{file.name}</Typography>}
      </Box>
      {missing && <FieldError>{t('fileMissing')}</FieldError>}
    </Box>
  );
}

interface WaitToJoinProps {
  readonly pending: PendingJoin;
  readonly onLeave: () => void;
}

function WaitToJoin({ pending, onLeave }: WaitToJoinProps) {
  const { t } = useTranslation(['joining', 'setup']);
  const state = useSyncExternalStore(pending.subscribe, pending.current);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const leave = async (): Promise<void> => {
    await pending.cancel();
    onLeave();
  };
  const { facilityName } = pending;
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <Box>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('setup:step', { step: 2, of: 2 })}
        </Typography>
        <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outline: 'none', mt: 0.5, mb: 1 }}>
          {facilityName === null ? t('wait.title') : t('wait.titleOf', { facility: facilityName })}
        </Typography>
        <Typography role="status">
          <StateText state={state} />
        </Typography>
      </Box>
      {state.kind !== 'declined' && <ForOthers pending={pending} state={state} />}
      <Box>
        <Button variant="outlined" onClick={() => void leave()}>
          {t('wait.cancel')}
        </Button>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('wait.cancelHint')}
        </Typography>
      </Box>
    </Box>
  );
}

function StateText({ state }: { readonly state: JoinState }): ReactNode {
  const { t } = useTranslation('joining');
  const failureText = useFailureText();
  return state.kind === 'failed' ? failureText({ code: state.code }) : t(`state.${state.kind}`);
}

/** What the person reads to others: the key to the IT department, the digits to an administrator. */
function ForOthers({ pending, state }: { readonly pending: PendingJoin; readonly state: JoinState }) {
  const { t } = useTranslation('joining');
  const known = state.kind === 'asking' || state.kind === 'full';
  return known ? (
    <Box>
      <Typography variant="h2">{t('wait.digits')}</Typography>
      <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{t('wait.digitsText')}</Typography>
      <DigitGroups label={t('wait.digits')} groups={pending.fingerprint} />
    </Box>
  ) : (
    <Box>
      <Typography variant="h2">{t('wait.key')}</Typography>
      <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{t('wait.keyText')}</Typography>
      <CopyField label={t('wait.key')} value={pending.publicKey} />
    </Box>
  );
}
