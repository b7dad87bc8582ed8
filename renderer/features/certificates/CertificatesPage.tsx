import QrCodeScannerOutlined from '@mui/icons-material/QrCodeScannerOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import { useEntries } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { GroupChoice } from './issue/GroupChoice.tsx';
import { GroupIssue } from './issue/GroupIssue.tsx';
import { Register } from './Register.tsx';

/** Issue certificates group by group, and find issued ones again (`/certificates`). */
export function CertificatesPage() {
  const { t } = useTranslation('certificates');
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const groups = useEntries('courseGroup');
  const tab = params.get('tab') === 'register' ? 'register' : 'issue';
  const group = groups.find(({ id }) => id === params.get('group'));
  if (tab === 'issue' && group) return <GroupIssue key={group.id} group={group} />;
  return (
    <Page
      title={t('title')}
      actions={
        <Button
          component={RouterLink}
          to="/certificates/check"
          variant="outlined"
          startIcon={<QrCodeScannerOutlined />}
        >
          {t('toCheck')}
        </Button>
      }
    >
      <Tabs
        value={tab}
        onChange={(_event, to: string) => {
          if (to === 'templates') void navigate('/certificates/templates');
          else setParams(to === 'register' ? { tab: to } : {});
        }}
        aria-label={t('tabs.label')}
        sx={{ mb: 2 }}
      >
        <Tab
          value="issue"
          id="certificates-tab-issue"
          aria-controls="certificates-panel"
          label={t('tabs.issue')}
        />
        <Tab
          value="register"
          id="certificates-tab-register"
          aria-controls="certificates-panel"
          label={t('tabs.register')}
        />
        <Tab value="templates" label={t('tabs.templates')} />
      </Tabs>
      <Box role="tabpanel" id="certificates-panel" aria-labelledby={`certificates-tab-${tab}`}>
        {tab === 'issue' ? (
          <GroupChoice onChoose={(id) => setParams({ group: id })} />
        ) : (
          <Register onBegin={() => setParams({})} />
        )}
      </Box>
    </Page>
  );
}
