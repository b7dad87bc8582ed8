import Add from '@mui/icons-material/Add';
import Delete from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormGroup from '@mui/material/FormGroup';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { CheckInput } from './CheckInput.tsx';
import { FieldTextInput } from './FieldTextInput.tsx';
import { Section } from './Section.tsx';
import { useProblemText } from './use-problem-text.ts';
import type { TemplateEditing } from './use-template-draft.ts';

const mostSignatures = 3;

interface ClosingFieldsProps {
  readonly editing: TemplateEditing;
  readonly disabled: boolean;
}

/** The lines to sign on. */
function Signatures({ editing, disabled }: ClosingFieldsProps) {
  const { t } = useTranslation('certificate-templates');
  const problemText = useProblemText();
  const offerUndo = useUndo();
  const { draft, change, problemAt } = editing;
  const { signatures } = draft.content;
  const remove = (at: number): void => {
    const removed = signatures[at];
    if (!removed) return;
    change((content) => ({ signatures: content.signatures.toSpliced(at, 1) }));
    offerUndo(t('closing.removed', { caption: removed.caption }), () =>
      change((content) => ({
        signatures: content.signatures.toSpliced(at, 0, removed).slice(0, mostSignatures),
      })),
    );
  };
  return (
    <>
      {signatures.map(({ caption, name }, at) => {
        const number = at + 1;
        const set = (part: { readonly caption?: string; readonly name?: string | null }): void =>
          change((content) => ({
            signatures: content.signatures.map((one, index) => (index === at ? { ...one, ...part } : one)),
          }));
        const error = problemText(problemAt(`signatures.${at}.caption`));
        return (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: signatures never change their order
            key={at}
            role="group"
            aria-label={t('closing.signature', { number })}
            sx={{
              display: 'grid',
              gap: 1,
              gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 40px',
              alignItems: 'start',
            }}
          >
            <TextField
              label={t('closing.caption', { number })}
              value={caption}
              onChange={(event) => set({ caption: event.target.value })}
              error={error !== undefined}
              helperText={error === undefined ? undefined : <FieldError>{error}</FieldError>}
              required
              disabled={disabled}
            />
            <TextField
              label={t('closing.name', { number })}
              value={name ?? ''}
              onChange={(event) => set({ name: event.target.value === '' ? null : event.target.value })}
              helperText={!disabled && t('closing.nameHint')}
              disabled={disabled}
              slotProps={{ htmlInput: { spellCheck: false } }}
            />
            {!disabled && (
              <IconButton aria-label={t('closing.remove', { number })} onClick={() => remove(at)}>
                <Delete fontSize="small" />
              </IconButton>
            )}
          </Box>
        );
      })}
      {!disabled && signatures.length < mostSignatures && (
        <div>
          <Button
            variant="outlined"
            size="small"
            startIcon={<Add />}
            onClick={() =>
              change((content) => ({ signatures: [...content.signatures, { caption: '', name: null }] }))
            }
          >
            {t('closing.add')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Signatures, stamp, logos, and the small print. */
export function ClosingFields({ editing, disabled }: ClosingFieldsProps) {
  const { t } = useTranslation('certificate-templates');
  const problemText = useProblemText();
  const { draft, change, problemAt } = editing;
  const { stamp, logos, footer, kind } = draft.content;
  return (
    <Section title={t('closing.title')}>
      <Signatures editing={editing} disabled={disabled} />
      <FormGroup row>
        <CheckInput
          label={t('closing.stamp')}
          checked={stamp}
          onChange={(to) => change(() => ({ stamp: to }))}
          disabled={disabled}
        />
        <CheckInput
          label={t('closing.logos')}
          checked={logos}
          onChange={(to) => change(() => ({ logos: to }))}
          disabled={disabled}
        />
      </FormGroup>
      <FieldTextInput
        label={t('closing.footer')}
        value={footer}
        onChange={(to) => change(() => ({ footer: to }))}
        kind={kind}
        error={problemText(problemAt('footer'))}
        disabled={disabled}
        rows={1}
      />
    </Section>
  );
}
