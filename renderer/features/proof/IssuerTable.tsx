import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { IssuingWorkstation } from '#shared/ports/proof.ts';
import { shownKey } from './shown-key.ts';

interface IssuerTableProps {
  readonly issuers: readonly IssuingWorkstation[];
  /** This computer. */
  readonly workstationId: string;
  readonly onStrikeOff: (issuer: IssuingWorkstation) => void;
}

/** The workstations' keys, oldest first; there are a handful. */
export function IssuerTable({ issuers, workstationId, onStrikeOff }: IssuerTableProps) {
  const { t } = useTranslation('proof');
  const stateOf = ({ struckOff, validTo }: IssuingWorkstation): string => {
    if (struckOff !== null) return t('issuers.struckOff', { day: germanDate(struckOff) });
    return validTo === null ? t('issuers.inUse') : t('issuers.ended', { day: germanDate(validTo) });
  };
  return (
    <Sheet padded={false}>
      <TableContainer>
        <Table aria-label={t('issuers.label')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('issuers.computer')}</TableCell>
              <TableCell>{t('issuers.key')}</TableCell>
              <TableCell>{t('issuers.validFrom')}</TableCell>
              <TableCell>{t('issuers.state')}</TableCell>
              <TableCell align="right">{t('issuers.action')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {issuers.map((issuer) => (
              <TableRow key={issuer.keyId}>
                <TableCell>
                  {shownKey(issuer.workstationId)}
                  {issuer.workstationId === workstationId && (
                    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                      {t('issuers.here')}
                    </Typography>
                  )}
                </TableCell>
                <TableCell>{shownKey(issuer.keyId)}</TableCell>
                <TableCell>{germanDate(issuer.validFrom)}</TableCell>
                <TableCell>{stateOf(issuer)}</TableCell>
                <TableCell align="right">
                  {issuer.struckOff === null && (
                    <Button
                      color="error"
                      onClick={() => onStrikeOff(issuer)}
                      aria-label={t('issuers.strikeOffOf', { key: shownKey(issuer.keyId) })}
                    >
                      {t('issuers.strikeOff')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Sheet>
  );
}
