import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { certificateKinds, papers } from '#shared/domain/certificates/template.ts';
import { FieldTextInput } from './FieldTextInput.tsx';
import { Section } from './Section.tsx';
import { SelectInput } from './SelectInput.tsx';
import { ofKind } from './template-draft.ts';
import { useProblemText } from './use-problem-text.ts';
import type { TemplateEditing } from './use-template-draft.ts';

interface GeneralFieldsProps {
  readonly editing: TemplateEditing;
  readonly disabled: boolean;
}

/** Name, kind, paper and title. */
export function GeneralFields({ editing, disabled }: GeneralFieldsProps) {
  const { t } = useTranslation('certificate-templates');
  const problemText = useProblemText();
  const { draft, rename, change, problemAt } = editing;
  const { kind, paper, align, title } = draft.content;
  const nameError = problemText(problemAt('name'));
  return (
    <Section title={t('general.title')}>
      <TextField
        label={t('general.name')}
        value={draft.name}
        onChange={(event) => rename(event.target.value)}
        error={nameError !== undefined}
        helperText={
          nameError === undefined ? !disabled && t('general.nameHint') : <FieldError>{nameError}</FieldError>
        }
        required
        disabled={disabled}
        slotProps={{ htmlInput: { spellCheck: false } }}
      />
      <SelectInput
        label={t('general.kind')}
        value={kind}
        options={certificateKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(to) => change((content) => ofKind(content, to))}
        disabled={disabled}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        <SelectInput
          label={t('general.paper')}
          value={paper}
          options={papers.map((value) => ({ value, label: t(`general.papers.${value}`) }))}
          onChange={(to) => change(() => ({ paper: to }))}
          disabled={disabled}
        />
        <SelectInput
          label={t('general.align')}
          value={align}
          options={(['start', 'center'] as const).map((value) => ({
            value,
            label: t(`general.aligns.${value}`),
          }))}
          onChange={(to) => change(() => ({ align: to }))}
          disabled={disabled}
        />
      </Box>
      <FieldTextInput
        label={t('general.titleField')}
        value={title}
        onChange={(to) => change(() => ({ title: to }))}
        kind={kind}
        error={problemText(problemAt('title'))}
        disabled={disabled}
      />
    </Section>
  );
}
