import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate, localDay } from '#shared/domain/calendar/dates.ts';
import type { Workstation } from '#shared/ports/workstations.ts';
import { plainTable } from '../plain-table.ts';
import { NameDialog } from './NameDialog.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';

type Asked = { readonly deed: 'rename' | 'revoke'; readonly workstation: Workstation };

/** The PCs of the site, revoked ones last. */
export function WorkstationTable({ list }: { readonly list: readonly Workstation[] }) {
  const { t } = useTranslation('workstations');
  const { workstations } = useServices();
  const [asked, setAsked] = useState<Asked>();
  const [open, revoked] = [
    list.filter(({ revokedAt }) => revokedAt === null),
    list.filter(({ revokedAt }) => revokedAt !== null),
  ];
  return (
    <Sheet padded={false} sx={{ overflowX: 'auto' }}>
      <Typography variant="h2" sx={{ p: 3, pb: 1 }}>
        {t('table.label')}
      </Typography>
      <Box component="table" aria-label={t('table.label')} sx={plainTable}>
        <thead>
          <tr>
            {(['name', 'since', 'status', 'deeds'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...open, ...revoked].map((workstation) => (
            <Row
              key={workstation.id}
              workstation={workstation}
              onAsk={(deed) => setAsked({ deed, workstation })}
            />
          ))}
        </tbody>
      </Box>
      {asked?.deed === 'rename' && (
        <NameDialog
          title={t('rename.title', { name: asked.workstation.name })}
          action={t('rename.confirm')}
          suggested={asked.workstation.name}
          onName={(name) => workstations.rename(asked.workstation.id, name)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.deed === 'revoke' && (
        <RevokeDialog workstation={asked.workstation} onClose={() => setAsked(undefined)} />
      )}
    </Sheet>
  );
}

interface RowProps {
  readonly workstation: Workstation;
  readonly onAsk: (deed: Asked['deed']) => void;
}

function Row({ workstation, onAsk }: RowProps) {
  const { t } = useTranslation('workstations');
  const { workstationId } = useServices();
  const { id, name, addedAt, revokedAt } = workstation;
  const day = (at: string): string => germanDate(localDay(new Date(at)));
  const isOwn = id === workstationId;
  return (
    <Box component="tr" sx={revokedAt === null ? {} : { color: 'text.secondary' }}>
      <th scope="row">
        {name}
        {isOwn && (
          <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}>
            {t('table.own')}
          </Box>
        )}
      </th>
      <td>{day(addedAt)}</td>
      <td>{revokedAt === null ? t('status.belongs') : t('status.revoked', { date: day(revokedAt) })}</td>
      <td>
        {revokedAt === null && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {(isOwn ? (['rename'] as const) : (['rename', 'revoke'] as const)).map((deed) => (
              <Button
                key={deed}
                size="small"
                aria-label={t(`${deed}.actionOf`, { name })}
                onClick={() => onAsk(deed)}
              >
                {t(`${deed}.action`)}
              </Button>
            ))}
          </Box>
        )}
      </td>
    </Box>
  );
}
