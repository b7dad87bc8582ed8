import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sampleCertificate } from '#renderer/documents/certificate/sample-certificate.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import type { TemplateContent } from '#shared/domain/certificates/template.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { useLivePages } from './use-live-pages.ts';

/** Partners in the logo bar of the made-up certificate. */
const shownPartners = 4;

const frameHeight = 'calc(100dvh - 220px)';
/** So that A5 is seen to be the smaller paper. */
const paperWidths = { A4: '100%', A5: '72%' } as const;

interface TemplatePreviewProps {
  readonly content: TemplateContent;
  /** It can be drawn; else the last one that could stays. */
  readonly isRight: boolean;
}

/** The page of a made-up certificate, as it will be printed. */
export function TemplatePreview({ content, isRight }: TemplatePreviewProps) {
  const { t } = useTranslation('certificate-templates');
  const failureText = useFailureText();
  const { records, clock } = useServices();
  const common = useLoaded(['facility', 'partner'], async () => {
    const [facility, partners] = await Promise.all([
      records.get('facility', facilityId),
      records.all('partner'),
    ]);
    return {
      facility: {
        name: facility?.name ?? '',
        place: facility?.place ?? '',
        programme: facility?.programme ?? null,
      },
      partners: partners
        .slice(0, shownPartners)
        .map(({ value: { name, shortName, logo } }) => ({ name, shortName, logo })),
    };
  }, []);
  const right = useRef(content);
  if (isRight) right.current = content;
  const shown = right.current;
  const today = clock.today();
  const certificate = useMemo(
    () => (common ? sampleCertificate(shown, common, today) : undefined),
    [shown, common, today],
  );
  const { pages, isDrawing, refusal } = useLivePages(certificate);
  const [isWhole, setWhole] = useState(false);
  const state = isDrawing ? t('preview.making') : t('preview.upToDate');
  return (
    <Box component="section" aria-label={t('preview.title')} sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">{t('preview.title')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('preview.hint')}
        </Typography>
        <Button size="small" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)} sx={{ ml: 'auto' }}>
          {t('preview.whole')}
        </Button>
      </Box>
      {refusal && <Alert severity="error">{t('preview.failed', { reason: failureText(refusal) })}</Alert>}
      <Box
        tabIndex={0}
        role="group"
        aria-label={t('preview.title')}
        sx={{
          display: 'grid',
          gap: 2,
          p: 1.5,
          justifyItems: 'center',
          bgcolor: 'action.hover',
          border: 1,
          borderColor: 'line.soft',
          borderRadius: '8px',
          overflow: 'auto',
          minHeight: 320,
          maxHeight: frameHeight,
        }}
      >
        {pages.map((address, at) => (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: a page stays the same page when it is drawn again
            key={at}
            component="img"
            src={address}
            alt={t('preview.page', { page: at + 1, count: pages.length })}
            sx={{ maxWidth: '100%', height: 'auto', bgcolor: '#FFFFFF', boxShadow: 2 }}
            style={
              isWhole ? { maxHeight: `calc(${frameHeight} - 28px)` } : { width: paperWidths[shown.paper] }
            }
          />
        ))}
      </Box>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {isRight ? state : t('preview.older')}
      </Typography>
    </Box>
  );
}
