import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { type OfferedTemplate, templatesOf } from '#shared/domain/certificates/shipped-templates.ts';
import { templatesAddress } from './TemplatePage.tsx';

interface GroupProps {
  readonly title: string;
  /** What stands there while nothing is in it. */
  readonly none?: string;
  readonly templates: readonly OfferedTemplate[];
  readonly deeds: (template: OfferedTemplate) => ReactNode;
}

/** Templates below a heading. */
function Group({ title, none, templates, deeds }: GroupProps) {
  const { t } = useTranslation('certificate-templates');
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mb: 3 }}>
      <Typography variant="h2" id={id} sx={{ mb: 1 }}>
        {title}
      </Typography>
      {templates.length === 0 && none !== undefined && (
        <Typography sx={{ color: 'text.secondary' }}>{none}</Typography>
      )}
      {templates.length > 0 && (
        <Sheet padded={false}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {templates.map((template) => (
              <Box component="li" key={template.id} sx={rowLook}>
                <Box sx={{ flex: '1 1 280px', minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Link
                    component={RouterLink}
                    to={`${templatesAddress}/${template.id}`}
                    sx={{ fontWeight: 600 }}
                  >
                    {template.name}
                  </Link>
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {t('list.facts', {
                      kind: t(`kinds.${template.content.kind}`),
                      paper: t(`general.papers.${template.content.paper}`),
                    })}
                  </Typography>
                </Box>
                <Typography variant="body2" sx={{ color: 'text.secondary', width: 90 }}>
                  {t('list.version', { version: template.version })}
                </Typography>
                <Box sx={{ display: 'flex', gap: 1 }}>{deeds(template)}</Box>
              </Box>
            ))}
          </Box>
        </Sheet>
      )}
    </Box>
  );
}

/** All templates (`/certificates/templates`): those of the app, the facility's own, and those out of use. */
export function TemplatesPage() {
  const { t } = useTranslation('certificate-templates');
  const { records, commands } = useServices();
  const offerUndo = useUndo();
  const say = useNotice();
  const failureText = useFailureText();
  const stored = useLoaded(['certificateTemplate'], () => records.all('certificateTemplate'), []);
  const mayChange = commands.allows('certificateTemplate.retire');
  const offered = templatesOf(stored ?? []);
  const retired = templatesOf(
    (stored ?? []).map((one) => ({ ...one, value: { ...one.value, retired: !one.value.retired } })),
  );
  const retire = async ({ id, name }: OfferedTemplate, to: boolean): Promise<void> => {
    const answer = await commands.execute('certificateTemplate.retire', { id, retired: to });
    if (!answer.ok) return say(failureText(answer.error), 'error');
    offerUndo(t(to ? 'list.retiredNow' : 'list.restored', { name }), () => {
      void commands.execute('certificateTemplate.retire', { id, retired: !to }).then((undone) => {
        if (!undone.ok) say(failureText(undone.error), 'error');
      });
    });
  };
  const copy = ({ id, name }: OfferedTemplate) =>
    mayChange && (
      <Button
        size="small"
        component={RouterLink}
        to={`${templatesAddress}/new?from=${id}`}
        aria-label={t('list.copyOf', { name })}
      >
        {t('list.copy')}
      </Button>
    );
  const own = (template: OfferedTemplate) => (
    <>
      {copy(template)}
      {mayChange && (
        <Button
          size="small"
          aria-label={t('list.retireOf', { name: template.name })}
          onClick={() => void retire(template, true)}
        >
          {t('list.retire')}
        </Button>
      )}
    </>
  );
  const gone = (template: OfferedTemplate) =>
    mayChange && (
      <Button
        size="small"
        aria-label={t('list.restoreOf', { name: template.name })}
        onClick={() => void retire(template, false)}
      >
        {t('list.restore')}
      </Button>
    );
  const isOwn = ({ shipped }: OfferedTemplate): boolean => !shipped;
  return (
    <Page title={t('title')} back={{ label: t('back'), to: '/certificates' }}>
      <Typography sx={{ color: 'text.secondary', maxWidth: '80ch', mb: 3 }}>{t('intro')}</Typography>
      {stored && (
        <Group title={t('list.own')} none={t('list.none')} templates={offered.filter(isOwn)} deeds={own} />
      )}
      <Group title={t('list.shipped')} templates={offered.filter(({ shipped }) => shipped)} deeds={copy} />
      {retired.some(isOwn) && (
        <Group title={t('list.retired')} templates={retired.filter(isOwn)} deeds={gone} />
      )}
    </Page>
  );
}

const rowLook = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  px: 2,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'line.soft' },
} as const;
