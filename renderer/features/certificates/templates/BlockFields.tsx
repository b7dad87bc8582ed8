import Box from '@mui/material/Box';
import FormGroup from '@mui/material/FormGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { type CertificateKind, factRows, type TemplateBlock } from '#shared/domain/certificates/template.ts';
import { hasFact } from '#shared/domain/certificates/template-problems.ts';
import { CheckInput } from './CheckInput.tsx';
import { FieldTextInput } from './FieldTextInput.tsx';
import { SelectInput } from './SelectInput.tsx';

interface BlockFieldsProps<B extends TemplateBlock = TemplateBlock> {
  readonly block: B;
  readonly kind: CertificateKind;
  /** The sentence for what is wrong with a part of the block. */
  readonly errorAt: (part: string) => string | undefined;
  readonly onChange: (block: TemplateBlock) => void;
  readonly disabled: boolean;
}
type FieldsOf<T extends TemplateBlock['type']> = BlockFieldsProps<Extract<TemplateBlock, { type: T }>>;

const pair = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' } as const;

function TextBlock({ block, kind, errorAt, onChange, disabled }: FieldsOf<'text'>) {
  const { t } = useTranslation('certificate-templates');
  return (
    <>
      <FieldTextInput
        label={t('blocks.text')}
        value={block.text}
        onChange={(text) => onChange({ ...block, text })}
        kind={kind}
        error={errorAt('text')}
        disabled={disabled}
        rows={1}
      />
      <Box sx={pair}>
        <SelectInput
          label={t('blocks.size')}
          value={block.size}
          options={(['small', 'normal', 'large'] as const).map((value) => ({
            value,
            label: t(`blocks.sizes.${value}`),
          }))}
          onChange={(size) => onChange({ ...block, size })}
          disabled={disabled}
        />
        <SelectInput
          label={t('general.align')}
          value={block.align}
          options={(['start', 'center'] as const).map((value) => ({
            value,
            label: t(`general.aligns.${value}`),
          }))}
          onChange={(align) => onChange({ ...block, align })}
          disabled={disabled}
        />
      </Box>
    </>
  );
}

function NameBlock({ block, onChange, disabled }: FieldsOf<'name'>) {
  const { t } = useTranslation('certificate-templates');
  return (
    <FormGroup>
      {(['original', 'birth'] as const).map((part) => (
        <CheckInput
          key={part}
          label={t(`blocks.${part}`)}
          checked={block[part]}
          onChange={(to) => onChange({ ...block, [part]: to })}
          disabled={disabled}
        />
      ))}
    </FormGroup>
  );
}

function FactsBlock({ block, kind, errorAt, onChange, disabled }: FieldsOf<'facts'>) {
  const { t } = useTranslation('certificate-templates');
  const error = errorAt('rows');
  return (
    <>
      <FormGroup sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        {factRows
          .filter((row) => hasFact(kind, row))
          .map((row) => (
            <CheckInput
              key={row}
              label={t(`blocks.rows.${row}`)}
              checked={block.rows.includes(row)}
              onChange={(to) =>
                onChange({
                  ...block,
                  rows: factRows.filter((one) => (one === row ? to : block.rows.includes(one))),
                })
              }
              disabled={disabled}
            />
          ))}
      </FormGroup>
      <Box role="alert">{error !== undefined && <FieldError>{error}</FieldError>}</Box>
    </>
  );
}

/** What can be set of a block. */
export function BlockFields(props: BlockFieldsProps) {
  const { block, kind } = props;
  const { t } = useTranslation('certificate-templates');
  switch (block.type) {
    case 'text':
      return <TextBlock {...props} block={block} />;
    case 'name':
      return <NameBlock {...props} block={block} />;
    case 'facts':
      return <FactsBlock {...props} block={block} />;
    case 'offer':
    case 'contents': {
      const offer = kind === 'honour' ? t('blocks.offerHintHonour') : t('blocks.offerHint');
      return (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {block.type === 'offer' ? offer : t('blocks.contentsHint')}
        </Typography>
      );
    }
  }
}
