import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { OfferedTemplate } from '#shared/domain/certificates/shipped-templates.ts';
import type { CertificateRequest } from '#shared/domain/commands/certificate-requests.ts';
import { TemplateField, TranslationField } from './PaperFields.tsx';

/** How the paper looks. */
export type Look = Pick<CertificateRequest, 'templateId' | 'translation'>;

interface IssueFormProps {
  readonly templates: readonly OfferedTemplate[];
  readonly look: Look;
  readonly onLook: (change: Partial<Look>) => void;
  /** What the certificate says. @param tried the form was sent: what is missing is wrong from then on. */
  readonly children: (tried: boolean) => ReactNode;
  /** What stands before the template. */
  readonly besideLook?: ReactNode;
  readonly onSubmit: () => void;
}

/** The form for one certificate: what it says, how it looks, and the way to its pages. */
export function IssueForm({ templates, look, onLook, children, besideLook, onSubmit }: IssueFormProps) {
  const { t } = useTranslation('certificates');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Sheet>
        <Box sx={{ display: 'grid', gap: 2, maxWidth: 760 }}>
          {children(tried)}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'start' }}>
            {besideLook}
            <TemplateField
              templates={templates}
              value={look.templateId}
              onChange={(templateId) => onLook({ templateId })}
            />
            <TranslationField value={look.translation} onChange={(translation) => onLook({ translation })} />
          </Box>
          <Button type="submit" variant="contained" sx={{ justifySelf: 'start' }}>
            {t('due.check')}
          </Button>
        </Box>
      </Sheet>
    </form>
  );
}
