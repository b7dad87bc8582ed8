import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { OfferedTemplate } from '#shared/domain/certificates/shipped-templates.ts';
import type { CertificateRequest } from '#shared/domain/commands/certificate-requests.ts';

interface TemplateFieldProps {
  /** Where there are several of them beside each other. */
  readonly label?: string;
  readonly templates: readonly OfferedTemplate[];
  readonly value: string;
  readonly onChange: (templateId: string) => void;
}

/** Which template. */
export function TemplateField({ label, templates, value, onChange }: TemplateFieldProps) {
  const { t } = useTranslation('certificates');
  return (
    <TextField
      select
      size="small"
      label={label ?? t('look.template')}
      value={templates.some(({ id }) => id === value) ? value : ''}
      onChange={({ target }) => onChange(target.value)}
      sx={{ width: 300 }}
    >
      {templates.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

type Place = CertificateRequest['translation'];
const places = ['block', 'page'] as const;

interface TranslationFieldProps {
  readonly value: Place;
  readonly onChange: (place: Place) => void;
}

/** Where a translation into each person's own language stands, if at all. */
export function TranslationField({ value, onChange }: TranslationFieldProps) {
  const { t } = useTranslation('certificates');
  return (
    <TextField
      select
      size="small"
      label={t('look.translation')}
      value={value ?? 'none'}
      onChange={({ target }) => onChange(places.find((place) => place === target.value) ?? null)}
      sx={{ width: 280 }}
    >
      {(['none', ...places] as const).map((place) => (
        <MenuItem key={place} value={place}>
          {t(`look.translations.${place}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
