import SaveAltOutlined from '@mui/icons-material/SaveAltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { RevokedCertificate } from '#shared/domain/proof/revocation-list.ts';
import { facilityId } from '#shared/domain/records/facility.ts';

/** What others need to check certificates: the page, and the list of revocations for pages that are out already. */
export function HandOut() {
  const { t } = useTranslation('proof');
  const { commands, proof, records, documents } = useServices();
  const failureText = useFailureText();
  const notice = useNotice();
  const [working, setWorking] = useState(false);

  const revoked = async (): Promise<RevokedCertificate[]> =>
    (await records.all('certificate')).flatMap(({ value: { number, revoked: revocation } }) =>
      revocation ? { number, on: revocation.on } : [],
    );
  const save = async (what: 'page' | 'list'): Promise<void> => {
    if (working) return;
    setWorking(true);
    try {
      const facility = (await records.get('facility', facilityId))?.name ?? '';
      const made =
        what === 'page'
          ? await proof.page(facility, await revoked())
          : await proof.revocationList(await revoked());
      if (!made.ok) return notice(failureText(made.error), 'error');
      const saved =
        what === 'page'
          ? await documents.save('verify-page', 'html', made.value)
          : await documents.save('revocation-list', 'txt', made.value);
      if (!saved.ok) return notice(failureText(saved.error), 'error');
      if (!saved.value) return;
      const noted = await commands.execute('proof.handOut', { ids: [facilityId] });
      if (noted.ok) notice(t('issuers.saved'));
      else notice(failureText(noted.error), 'error');
    } finally {
      setWorking(false);
    }
  };
  return (
    <Sheet>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('issuers.handOut')}
      </Typography>
      <Typography sx={{ maxWidth: '75ch', mb: 2 }}>{t('issuers.pageText')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant="contained"
          startIcon={<SaveAltOutlined />}
          aria-disabled={working}
          onClick={() => void save('page')}
        >
          {t('issuers.savePage')}
        </Button>
        <Button variant="outlined" aria-disabled={working} onClick={() => void save('list')}>
          {t('issuers.saveList')}
        </Button>
      </Box>
    </Sheet>
  );
}
