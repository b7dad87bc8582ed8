import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { WalkedChain } from '#shared/domain/audit/chain.ts';
import { type AuditTexts, shownDigest } from './audit-texts.ts';

const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { px: 1.5, py: 0.75, textAlign: 'start', borderBottom: 1, borderColor: 'line.soft' },
  '& tr > th:first-of-type': { pl: 3 },
  '& thead th': { color: 'text.secondary', fontSize: '0.8125rem', borderColor: 'line.control' },
  '& tbody tr:last-of-type > *': { borderBottom: 0 },
} as const;

interface ChainTableProps {
  readonly chains: readonly WalkedChain[];
  readonly texts: AuditTexts;
}

/** The chains that the log consists of, and where each ends. */
export function ChainTable({ chains, texts }: ChainTableProps) {
  const { t, i18n } = useTranslation('audit');
  const momentText = useMomentText();
  const shown = (at: string | null): string => (at === null ? '–' : momentText(Date.parse(at)));
  return (
    <Sheet padded={false} sx={{ overflowX: 'auto' }}>
      <Box sx={{ p: 3, pb: 1.5 }}>
        <Typography variant="h2">{t('chains.title')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: '100ch' }}>
          {t('chains.text')} {t('chains.digestText')}
        </Typography>
      </Box>
      <Box component="table" aria-label={t('chains.title')} sx={tableStyle}>
        <thead>
          <tr>
            {(['part', 'entries', 'span', 'digest'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`chains.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chains.map(({ workstationId, entries, firstAt, lastAt, digest }) => (
            <tr key={workstationId}>
              <th scope="row">{texts.computer(workstationId)}</th>
              <td>{entries.toLocaleString(i18n.language)}</td>
              <td>{t('chains.from', { from: shown(firstAt), to: shown(lastAt) })}</td>
              <Box component="td" sx={{ fontSize: '0.75rem', wordSpacing: '0.1em' }}>
                {shownDigest(digest)}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Sheet>
  );
}
