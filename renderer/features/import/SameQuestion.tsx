import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useLikenessTexts } from '#renderer/i18n/use-likeness-texts.ts';
import { usePersonFacts } from '#renderer/i18n/use-person-facts.ts';
import { useTakenOverTexts } from '#renderer/i18n/use-taken-over-texts.ts';
import { Comparison } from '#renderer/ui/Comparison.tsx';
import { fullName } from '#shared/domain/names/full-name.ts';
import { takenOver } from '#shared/domain/people/taken-over.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import type { RowChoice } from '#shared/domain/roster/same-person.ts';
import type { PossibleSame } from './possible-same.ts';

interface SameQuestionProps {
  readonly line: number;
  readonly entered: NewParticipant;
  readonly choice: RowChoice | null;
  /** The likeliest first; the one that was chosen, if one was. */
  readonly possible: readonly PossibleSame[];
  readonly onChoose: (choice: RowChoice | null) => void;
}

/** A row beside somebody who is there already, or another row: the same person, somebody else, or later. */
export function SameQuestion({ line, entered, choice, possible, onChoose }: SameQuestionProps) {
  const { t } = useTranslation('import');
  const [at, setAt] = useState(0);
  const first = useRef<HTMLButtonElement>(null);
  const one = possible[at] ?? possible[0];
  const decided = choice !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row is what moves the focus
  useEffect(() => {
    if (!decided) first.current?.focus();
  }, [line]);
  if (!one) return null;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32 }}>
        <Typography sx={{ fontWeight: 600, flex: 1 }}>{t('same.title')}</Typography>
        {possible.length > 1 && !decided && (
          <>
            <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
              {t('same.place', { place: at + 1, total: possible.length })}
            </Typography>
            <Button size="small" onClick={() => setAt((at + 1) % possible.length)}>
              {t('same.next')}
            </Button>
          </>
        )}
      </Box>
      <Beside line={line} entered={entered} one={one} />
      {choice ? (
        <Alert
          severity="info"
          action={
            <Button size="small" color="inherit" onClick={() => onChoose(null)}>
              {t('same.again')}
            </Button>
          }
        >
          {choice.kind === 'same'
            ? t('same.chosenSame', { name: fullName(one.person) })
            : t(choice.kind === 'apart' ? 'same.chosenApart' : 'same.chosenLater')}
        </Alert>
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button ref={first} variant="contained" onClick={() => onChoose({ kind: 'same', as: one.as })}>
            {t('same.same')}
          </Button>
          <Button variant="outlined" onClick={() => onChoose({ kind: 'apart' })}>
            {t('same.apart')}
          </Button>
          <Button onClick={() => onChoose({ kind: 'later' })}>{t('same.later')}</Button>
        </Box>
      )}
    </Box>
  );
}

function Beside({
  line,
  entered,
  one,
}: Pick<SameQuestionProps, 'line' | 'entered'> & { readonly one: PossibleSame }) {
  const { t } = useTranslation(['import', 'duplicates']);
  const factsOf = usePersonFacts();
  const reasonTexts = useLikenessTexts();
  const takenTexts = useTakenOverTexts();
  const { as, person, reasons } = one;
  const news = takenTexts(person, takenOver(person, entered));
  return (
    <Box sx={{ maxHeight: 'max(240px, calc(100dvh - 500px))', overflow: 'auto' }} tabIndex={-1}>
      <Box component="ul" aria-label={t('duplicates:reasons')} sx={{ my: 0, pl: 2.5, fontSize: '0.875rem' }}>
        {reasonTexts(reasons, entered, person).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </Box>
      <Comparison
        label={t('same.table')}
        differsLabel={t('duplicates:differs')}
        columns={[
          t('same.row', { line }),
          'line' in as ? (
            t('same.row', { line: as.line })
          ) : (
            <Link key="person" component={RouterLink} to={`/people/${as.personId}`}>
              {t('same.there')}
            </Link>
          ),
        ]}
        rows={factsOf([entered, person]).map(({ texts, ...fact }) => ({
          ...fact,
          cells: texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one of two sides
            <bdi key={index} dir="auto">
              {text}
            </bdi>
          )),
        }))}
      />
      <Typography variant="body2" sx={{ fontWeight: 600, mt: 1 }}>
        {news.length === 0 ? t('same.nothing') : t('same.taken')}
      </Typography>
      <Box component="ul" sx={{ my: 0, pl: 2.5, fontSize: '0.875rem' }}>
        {news.map(({ field, text }) => (
          <li key={field}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </Box>
    </Box>
  );
}
