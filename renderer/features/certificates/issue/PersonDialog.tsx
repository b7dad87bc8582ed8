import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { usePaperLanguageName } from '#renderer/i18n/use-paper-language-name.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { DueMark } from './DueMark.tsx';
import type { DueRow } from './due-rows.ts';
import { ReasonInput } from './ReasonInput.tsx';

interface PersonDialogProps {
  /** `moduleId: null`: about the certificate of the whole course. */
  readonly about: { readonly groupId: string; readonly moduleId: string | null };
  readonly row: DueRow;
  readonly minimum: number;
  /** Whether theirs is to have a translation; `undefined`: nobody's has one. */
  readonly translated: boolean | undefined;
  readonly onTranslate: (translated: boolean) => void;
  readonly onClose: () => void;
}

/** What is decided for one person: the lead's word above the count of UE, and whether a translation goes with it. */
export function PersonDialog(props: PersonDialogProps) {
  const { row, onClose } = props;
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{row.name}</DialogTitle>
      <PersonForm {...props} />
    </Dialog>
  );
}

const answers = ['count', 'grant', 'withhold'] as const;
type Answer = (typeof answers)[number];

function PersonForm({ about, row, minimum, translated, onTranslate, onClose }: PersonDialogProps) {
  const { t } = useTranslation(['certificates', 'common']);
  const languageName = usePaperLanguageName();
  const { commands } = useServices();
  const failureText = useFailureText();
  const legend = useId();
  const { decision } = row.verdict;
  const [answer, setAnswer] = useState<Answer>(decision?.decision ?? 'count');
  const [reason, setReason] = useState(decision?.reason ?? '');
  const [translates, setTranslates] = useState(translated);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const changed = answer !== (decision?.decision ?? 'count') || reason.trim() !== (decision?.reason ?? '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (translates !== translated) onTranslate(translates === true);
    if (!changed) return onClose();
    if (answer !== 'count' && reason.trim() === '') return;
    const decided = await commands.execute('certificate.decide', {
      ...about,
      participantId: row.participantId,
      decision: answer === 'count' ? null : answer,
      reason: answer === 'count' && decision ? decision.reason : reason,
    });
    if (decided.ok) onClose();
    else setFailure(failureText(decided.error));
  };
  // Whoever was never there can not be granted one: the paper would confirm what was not.
  const mayDecide = commands.allows('certificate.decide');
  const mayGrant = row.sums.attended > 0;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: 0 }}>
        <DueMark facts={row} minimum={minimum} />
        {mayDecide && (
          <div>
            <FormLabel id={legend}>{t('decision.label')}</FormLabel>
            <RadioGroup
              aria-labelledby={legend}
              value={answer}
              onChange={({ target }) => setAnswer(answers.find((one) => one === target.value) ?? 'count')}
            >
              {answers.map((one) => (
                <FormControlLabel
                  key={one}
                  value={one}
                  disabled={one === 'grant' && !mayGrant}
                  control={<Radio size="small" autoFocus={one === answer} />}
                  label={t(`decision.answers.${one}`)}
                />
              ))}
            </RadioGroup>
            {!mayGrant && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('decision.neverThere')}
              </Typography>
            )}
          </div>
        )}
        {answer !== 'count' && (
          <ReasonInput value={reason} onChange={setReason} tried={tried} hint={t('decision.hint')} />
        )}
        {translates !== undefined && (
          <FormControlLabel
            control={
              <Checkbox
                checked={translates && row.language !== 'de'}
                disabled={row.language === 'de'}
                onChange={(_event, checked) => setTranslates(checked)}
              />
            }
            label={
              row.language === 'de'
                ? t('decision.noTranslation')
                : t('decision.translation', { language: languageName(row.language) })
            }
          />
        )}
        {failure !== undefined && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="contained">
          {t('common:save')}
        </Button>
      </DialogActions>
    </form>
  );
}
