import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLikenessTexts } from '#renderer/i18n/use-likeness-texts.ts';
import { usePersonFacts } from '#renderer/i18n/use-person-facts.ts';
import { useTakenOverTexts } from '#renderer/i18n/use-taken-over-texts.ts';
import type { LikelyPerson } from '#renderer/services/likely-same/use-likely-same.ts';
import { Comparison } from '#renderer/ui/Comparison.tsx';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { type TakenField, type TakenOver, takenOver } from '#shared/domain/people/taken-over.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';

interface SamePersonDialogProps {
  readonly entered: NewParticipant;
  /** The likeliest first. */
  readonly found: readonly LikelyPerson[];
  /** It is this person, whose record takes `changes` over. */
  readonly onSame: (person: PersonEntry, changes: TakenOver) => void;
  readonly onApart: () => void;
  readonly onClose: () => void;
}

/** Asks once, before somebody is created who is likely there already. */
export function SamePersonDialog({ entered, found, onSame, onApart, onClose }: SamePersonDialogProps) {
  const { t } = useTranslation(['duplicates', 'common']);
  const id = useId();
  const [at, setAt] = useState(0);
  const likely = found[at];
  if (!likely) return null;
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="md" fullWidth transitionDuration={0}>
      <DialogTitle id={id}>{t('ask.title', { name: fullName(likely.person) })}</DialogTitle>
      {found.length > 1 && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 3 }}>
          <Typography variant="body2" role="status" sx={{ flex: 1 }}>
            {t('ask.place', { place: at + 1, total: found.length })}
          </Typography>
          <Button size="small" onClick={() => setAt((at + 1) % found.length)}>
            {t('ask.next')}
          </Button>
        </Box>
      )}
      <Question key={likely.person.id} {...{ entered, likely, onSame }}>
        <Button onClick={onClose}>{t('common:back')}</Button>
        <Button variant="outlined" onClick={onApart}>
          {t('ask.apart')}
        </Button>
      </Question>
    </Dialog>
  );
}

interface QuestionProps extends Pick<SamePersonDialogProps, 'entered' | 'onSame'> {
  readonly likely: LikelyPerson;
  readonly children: ReactNode;
}

function Question({ entered, likely: { person, reasons }, onSame, children }: QuestionProps) {
  const { t } = useTranslation('duplicates');
  const factsOf = usePersonFacts();
  const reasonTexts = useLikenessTexts();
  const takenTexts = useTakenOverTexts();
  const changes = takenOver(person, entered);
  const texts = takenTexts(person, changes);
  const [left, setLeft] = useState<ReadonlySet<TakenField>>(new Set());
  const rows = factsOf([entered, person]).map(({ texts: cells, ...fact }) => ({
    ...fact,
    cells: cells.map((cell, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: one of two sides
      <bdi key={index} dir="auto">
        {cell}
      </bdi>
    )),
  }));
  const chosen = Object.fromEntries(
    Object.entries(changes).filter(([field]) => !left.has(groupOf(field as TakenField))),
  );
  return (
    <>
      <DialogContent sx={{ '&&': { pt: 1 } }}>
        <Box component="ul" aria-label={t('reasons')} sx={{ mt: 0, mb: 1.5, pl: 2.5 }}>
          {reasonTexts(reasons, entered, person).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </Box>
        <Comparison
          label={t('ask.table')}
          columns={[t('ask.entered'), t('ask.there')]}
          rows={rows}
          differsLabel={t('differs')}
        />
        {texts.length > 0 && (
          <Box role="group" aria-label={t('take.title')} sx={{ mt: 2 }}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {t('take.title')}
            </Typography>
            {texts.map(({ field, text }) => (
              <FormControlLabel
                key={field}
                sx={{ display: 'flex' }}
                control={
                  <Checkbox
                    checked={!left.has(field)}
                    onChange={(_event, taken) =>
                      setLeft((before) => {
                        const next = new Set(before);
                        if (taken) next.delete(field);
                        else next.add(field);
                        return next;
                      })
                    }
                  />
                }
                label={<bdi>{text}</bdi>}
              />
            ))}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        {children}
        <Button variant="contained" onClick={() => onSame(person, chosen)}>
          {t('ask.same')}
        </Button>
      </DialogActions>
    </>
  );
}

/** A number that is replaced and the one that replaces it go together. */
const groupOf = (field: TakenField): TakenField => (field === 'formerNumbers' ? 'number' : field);
