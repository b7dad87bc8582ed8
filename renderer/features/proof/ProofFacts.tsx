import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { ProofContent } from '#shared/domain/proof/proof-content.ts';

interface ProofFactsProps {
  readonly content: ProofContent;
  /** Whether the paper has to show it, or the code only says so. */
  readonly vouched: boolean;
}

/** What a code says, in the order of the paper. */
export function ProofFacts({ content, vouched }: ProofFactsProps) {
  const { t } = useTranslation('proof');
  const title = useId();
  const { periodFrom, periodTo, ueAttended, ueOffered } = content;
  const period = { from: germanDate(periodFrom), to: germanDate(periodTo) };
  const rows = [
    ['name', content.name],
    ['offer', content.offer],
    ['period', t('content.periodRange', period)],
    ['units', t('content.unitsValue', { attended: ueAttended, offered: ueOffered })],
    ['number', printedNumber(content.number)],
    ['issuedOn', germanDate(content.issuedOn)],
  ] as const;
  const shortened = [content.name, content.offer].some((text) => text.endsWith('…'));
  return (
    <Box component="section" aria-labelledby={title}>
      <Typography variant="h2" id={title} sx={{ mb: 1 }}>
        {t(vouched ? 'content.title' : 'content.claimed')}
      </Typography>
      <Sheet>
        <Box component="dl" sx={facts}>
          {rows.map(([key, value]) => (
            <Fragment key={key}>
              <dt>{t(`content.${key}`)}</dt>
              <dd dir="auto">{value}</dd>
            </Fragment>
          ))}
        </Box>
        {shortened && (
          <Typography variant="body2" sx={{ mt: 1.5, color: 'text.secondary' }}>
            {t('content.shortened')}
          </Typography>
        )}
      </Sheet>
    </Box>
  );
}

const facts = {
  display: 'grid',
  gridTemplateColumns: 'minmax(120px, max-content) 1fr',
  columnGap: 3,
  rowGap: 1,
  m: 0,
  '& dt': { color: 'text.secondary' },
  '& dd': { m: 0, fontWeight: 600, overflowWrap: 'anywhere', textAlign: 'left' },
} as const;
