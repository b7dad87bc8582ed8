import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { useSyncState } from '#renderer/services/use-sync-state.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { AdministrationTabs } from '../AdministrationTabs.tsx';
import { MissingAccess } from '../MissingAccess.tsx';
import { AskingSheet } from './AskingSheet.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { ServerSheet } from './ServerSheet.tsx';
import { WorkstationTable } from './WorkstationTable.tsx';

/** How often it is looked who asks, while the page is open (milliseconds). */
const lookEvery = 10_000;

/** Verwaltung → Arbeitsplätze: the server, the PCs of the site, and who wants to be one. */
export function WorkstationsPage() {
  const { t } = useTranslation('workstations');
  const { commands, workstations, workstationId } = useServices();
  const state = useSyncState();
  const list = useSyncExternalStore(workstations.subscribe, workstations.list);
  const [inviting, setInviting] = useState(false);
  const mayLook = commands.allows('workstation.add');
  useEffect(() => {
    if (!mayLook) return;
    void workstations.look();
    const timer = setInterval(() => void workstations.look(), lookEvery);
    return () => clearInterval(timer);
  }, [workstations, mayLook]);
  if (!mayLook) return <MissingAccess title={t('title')} />;
  const isEntered = list.some(({ id, revokedAt }) => id === workstationId && revokedAt === null);
  return (
    <Page
      title={t('title')}
      actions={
        state.kind !== 'off' && isEntered ? (
          <Button variant="contained" onClick={() => setInviting(true)}>
            {t('invite.action')}
          </Button>
        ) : undefined
      }
    >
      <AdministrationTabs />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <SiteAlerts />
        <AskingSheet />
        {list.length > 0 && <WorkstationTable list={list} />}
        <ServerSheet isEntered={isEntered} />
      </Box>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}

/** What is wrong with what all workstations share. */
function SiteAlerts(): ReactNode {
  const { t } = useTranslation('workstations');
  const { workstations } = useServices();
  const standing = useSyncExternalStore(workstations.subscribe, workstations.standing);
  const overruled = useSyncExternalStore(workstations.subscribe, workstations.overruled);
  return (
    <>
      {overruled && <Alert severity="warning">{t('alert.overruled')}</Alert>}
      {(standing === 'differs' || standing === 'newer' || standing === 'revoked') && (
        <Alert severity="error">{t(`alert.${standing}`)}</Alert>
      )}
    </>
  );
}
