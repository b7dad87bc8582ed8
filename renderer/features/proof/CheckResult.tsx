import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { ProofJudgement } from '#shared/domain/proof/judge-proof.ts';
import { ProofFacts } from './ProofFacts.tsx';
import type { Checked, InRegister } from './use-check.ts';
import { VerdictMark } from './VerdictMark.tsx';

/** What became of the last code. */
export function CheckResult({ checked }: { readonly checked: Checked }) {
  const failureText = useFailureText();
  if (checked.state === 'unreadable') {
    return <VerdictMark verdict="unreadable" why={failureText({ code: checked.code })} />;
  }
  return <Judged judgement={checked.judgement} register={checked.register} />;
}

function Judged({
  judgement,
  register,
}: {
  readonly judgement: ProofJudgement;
  readonly register: InRegister | null;
}) {
  const { t } = useTranslation('proof');
  const { state, content } = judgement;
  const why =
    state === 'foreign'
      ? t(`why.${judgement.reason}`)
      : t(`why.${state}`, { day: state === 'revoked' ? germanDate(judgement.on) : '' });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <VerdictMark verdict={state} why={why} />
      {register && <RegisterLine register={register} />}
      {content && <ProofFacts content={content} vouched={state !== 'foreign'} />}
    </Box>
  );
}

function RegisterLine({ register }: { readonly register: InRegister }) {
  const { t } = useTranslation('proof');
  return (
    <Alert
      severity={register.state === 'known' ? 'success' : 'warning'}
      action={
        register.state !== 'unknown' && (
          <Button color="inherit" component={RouterLink} to={`/certificates/${register.certificateId}`}>
            {t('register.open')}
          </Button>
        )
      }
    >
      {t(`register.${register.state}`)}
    </Alert>
  );
}
