import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './use-draft.ts';

/** CSS pixels of the sheet or dialog that a form stands on: lines short enough to read, no empty half. */
export const formWidth = 810;

interface FormFrameProps<V> {
  readonly draft: Draft<V>;
  readonly label: string;
  /** Nothing can be changed: the role may only look. */
  readonly readOnly: boolean;
  readonly onCancel: () => void;
  readonly saveLabel?: string;
  /** Stands beside the fields, and on a narrow window between them and the buttons. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

const fieldsLook = {
  display: 'grid',
  gap: 2,
  alignContent: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
} as const;
const besideLook = {
  display: 'grid',
  columnGap: 3,
  rowGap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 320px' },
} as const;

/** A form with its buttons and the sentence for what went wrong. Enter saves; Escape leaves, unless that would lose something. */
export function FormFrame<V>({
  draft,
  label,
  readOnly,
  onCancel,
  saveLabel,
  aside,
  children,
}: FormFrameProps<V>) {
  const { t } = useTranslation('courses');
  return (
    <Box
      component="form"
      ref={draft.form}
      aria-label={label}
      noValidate
      autoComplete="off"
      onSubmit={draft.onSubmit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !draft.changed) onCancel();
        else if (event.key === 'Enter' && event.ctrlKey && !readOnly) {
          event.preventDefault();
          // After the field has taken over what was typed last.
          setTimeout(() => draft.form.current?.requestSubmit());
        }
      }}
      sx={aside === undefined ? { display: 'grid', gap: 2 } : besideLook}
    >
      <Box sx={fieldsLook}>{children}</Box>
      {aside}
      <Box sx={{ gridColumn: '1 / -1' }}>
        {(draft.wrong || draft.failure !== undefined) && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {draft.failure === undefined ? t('fixFields') : t('notSaved', { reason: draft.failure })}
          </Alert>
        )}
        <Box sx={{ display: 'flex', gap: 1 }}>
          {!readOnly && (
            <Button type="submit" variant="contained" disabled={draft.saving}>
              {saveLabel ?? t('save')}
            </Button>
          )}
          <Button onClick={onCancel}>{t('cancel')}</Button>
        </Box>
      </Box>
    </Box>
  );
}
