import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { OfferedTemplate } from '#shared/domain/certificates/shipped-templates.ts';
import type { Choices } from './choices.ts';
import { TemplateField, TranslationField } from './PaperFields.tsx';
import { ResultFields } from './ResultFields.tsx';

interface GroupChoicesProps {
  readonly choices: Choices;
  readonly templates: readonly OfferedTemplate[];
  readonly modules: readonly { readonly id: string; readonly title: string }[];
  readonly onChange: (choices: Choices) => void;
}

/** Which template, what it is about where the template asks for that, and where a translation stands. */
export function GroupChoices({ choices, templates, modules, onChange }: GroupChoicesProps) {
  const { t } = useTranslation('certificates');
  const kind = templates.find(({ id }) => id === choices.templateId)?.content.kind;
  const choose = (templateId: string): void => {
    const chosen = templates.find(({ id }) => id === templateId)?.content.kind;
    const moduleId = chosen === 'module' ? (choices.moduleId ?? modules[0]?.id ?? null) : null;
    onChange({ ...choices, templateId, moduleId });
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'start' }}>
      <TemplateField templates={templates} value={choices.templateId} onChange={choose} />
      {kind === 'module' && (
        <TextField
          select
          size="small"
          label={t('look.module')}
          value={choices.moduleId ?? ''}
          onChange={({ target }) => onChange({ ...choices, moduleId: target.value })}
          sx={{ width: 280 }}
        >
          {modules.map(({ id, title }) => (
            <MenuItem key={id} value={id}>
              {title}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TranslationField
        value={choices.translation}
        onChange={(translation) => onChange({ ...choices, translation })}
      />
      {kind === 'tested' && (
        <ResultFields result={choices.result} onChange={(result) => onChange({ ...choices, result })} />
      )}
    </Box>
  );
}
