import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useLikenessTexts } from '#renderer/i18n/use-likeness-texts.ts';
import { usePersonFacts } from '#renderer/i18n/use-person-facts.ts';
import type { LikelyCouple } from '#renderer/services/likely-same/use-likely-same.ts';
import { type ComparedRow, Comparison } from '#renderer/ui/Comparison.tsx';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { Belongings, OpenPair } from './use-pair.ts';

interface PairViewProps {
  readonly couple: LikelyCouple;
  readonly pair: OpenPair;
}

/** Two people side by side with everything that is theirs, why they are likely one, and what would become of them. */
export function PairView({ couple, pair: { sides, keeps, after } }: PairViewProps) {
  const { t } = useTranslation('duplicates');
  const factsOf = usePersonFacts();
  const reasonTexts = useLikenessTexts();
  const people = [sides[0].person, sides[1].person, after.person];
  const owned = [sides[0].belongings, sides[1].belongings, after.belongings];
  const row = (
    key: 'attendances' | 'groups' | 'certificates' | 'badges',
    textOf: (of: Belongings) => string,
  ) => {
    const cells = owned.map(textOf);
    return { key, label: t(`fact.${key}`), cells, differs: cells[0] !== cells[1] };
  };
  const rows: readonly ComparedRow[] = [
    ...factsOf(people).map(({ key, label, texts }) => ({
      ...{ key, label, differs: texts[0] !== texts[1] },
      cells: texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <bdi key={index} dir="auto">
          {text}
        </bdi>
      )),
    })),
    row('attendances', ({ attendances }) => String(attendances.size)),
    row('groups', ({ groups }) => groups.join(', ')),
    row('certificates', ({ certificates }) => String(certificates)),
    row('badges', ({ badges }) => String(badges)),
  ];
  return (
    <>
      <Box component="ul" aria-label={t('reasons')} sx={{ mt: 0, mb: 1.5, pl: 2.5, fontSize: '0.875rem' }}>
        {reasonTexts(couple.reasons, couple.one, couple.other).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </Box>
      <Comparison
        label={t('table')}
        differsLabel={t('differs')}
        rows={rows}
        columns={[
          ...sides.map(({ id, person }, index) => (
            <Box key={id} component="span" sx={{ display: 'block' }}>
              <Link
                component={RouterLink}
                to={`/people/${id}`}
                aria-label={t('openPerson', { name: fullName(person) })}
              >
                <bdi>{fullName(person)}</bdi>
              </Link>
              <Typography
                component="span"
                variant="body2"
                sx={{ display: 'block', color: index === keeps ? 'primary.main' : 'text.secondary' }}
              >
                {t(index === keeps ? 'keeps' : 'goes')}
              </Typography>
            </Box>
          )),
          t('after'),
        ]}
      />
    </>
  );
}
