import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useLikenessTexts } from '#renderer/i18n/use-likeness-texts.ts';
import { usePersonFacts } from '#renderer/i18n/use-person-facts.ts';
import type { LikelyPerson } from '#renderer/services/likely-same/use-likely-same.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { fullName, ownScript } from '#shared/domain/names/full-name.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';

interface LikelyAsideProps {
  readonly found: readonly LikelyPerson[];
  readonly entered: NewParticipant;
  readonly onOpen: (person: PersonEntry) => void;
  readonly openLabel: string;
}

/** Beside the form: people who are there already and may be the one who is being entered, and why. */
export function LikelyAside({ found, ...card }: LikelyAsideProps) {
  const { t } = useTranslation('duplicates');
  return (
    <Box component="aside" aria-label={t('aside.title')}>
      <Box role="status" sx={{ mb: 1, minHeight: 24, color: 'text.secondary' }}>
        {found.length > 0 && t('aside.count', { count: found.length })}
      </Box>
      {found.map((likely) => (
        <LikelyCard key={likely.person.id} likely={likely} {...card} />
      ))}
    </Box>
  );
}

function LikelyCard({
  likely: { person, reasons },
  entered,
  onOpen,
  openLabel,
}: Omit<LikelyAsideProps, 'found'> & { readonly likely: LikelyPerson }) {
  const { t } = useTranslation('duplicates');
  const reasonTexts = useLikenessTexts();
  const factsOf = usePersonFacts();
  const facts = factsOf([person]).filter(({ key }) => key !== 'name' && key !== 'original');
  return (
    <Sheet sx={{ p: 2, mb: 1 }}>
      <Typography variant="h2" sx={{ fontSize: '1rem', overflowWrap: 'anywhere' }}>
        <bdi>{fullName(person)}</bdi>{' '}
        {ownScript(person) !== null && (
          <Box component="bdi" sx={{ fontWeight: 400 }}>
            {ownScript(person)}
          </Box>
        )}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {facts.map(({ label, texts }) => t('aside.fact', { label, text: texts[0] ?? '' })).join(' · ')}
      </Typography>
      <Box component="ul" sx={{ my: 1, pl: 2.5, fontSize: '0.875rem' }}>
        {reasonTexts(reasons, entered, person).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </Box>
      <Button size="small" variant="outlined" onClick={() => onOpen(person)}>
        {openLabel}
      </Button>
    </Sheet>
  );
}
