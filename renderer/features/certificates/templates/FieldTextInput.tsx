import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import type { CertificateKind } from '#shared/domain/certificates/template.ts';
import { fieldsOf, optionalFields, type TemplateField } from '#shared/domain/certificates/template-fields.ts';

interface FieldTextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly kind: CertificateKind;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly rows?: number;
}

/** A text with fields in braces, and a menu that puts one where the cursor is. */
export function FieldTextInput(props: FieldTextInputProps) {
  const { label, value, onChange, kind, error, disabled, rows } = props;
  const { t } = useTranslation('certificate-templates');
  const menu = useId();
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  /** Where the cursor will stand once the menu is closed. */
  const cursor = useRef<number>(undefined);
  const insert = (field: TemplateField): void => {
    const { selectionStart, selectionEnd } = input.current ?? {};
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length];
    const written = `{${field}}`;
    cursor.current = from + written.length;
    setAnchor(null);
    onChange(value.slice(0, from) + written + value.slice(to));
  };
  const backToText = (): void => {
    if (cursor.current === undefined) return;
    input.current?.focus();
    input.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = undefined;
  };
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 1, alignItems: 'start' }}
    >
      <TextField
        label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputRef={input}
        error={error !== undefined}
        helperText={error === undefined ? undefined : <FieldError>{error}</FieldError>}
        disabled={disabled}
        required
        multiline={rows !== undefined}
        {...(rows === undefined ? {} : { minRows: rows, maxRows: 8 })}
        slotProps={{ htmlInput: { spellCheck: false } }}
      />
      {!disabled && (
        <Button
          startIcon={<Add />}
          aria-label={t('fields.insertInto', { label })}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-controls={anchor ? menu : undefined}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
          sx={{ height: 40, whiteSpace: 'nowrap' }}
        >
          {t('fields.insert')}
        </Button>
      )}
      <Menu
        id={menu}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ transition: { onExited: backToText }, paper: { sx: { maxHeight: 420 } } }}
      >
        {fieldsOf(kind).map((field) => (
          <MenuItem key={field} dense onClick={() => insert(field)}>
            <ListItemText
              primary={t(`fields.names.${field}`)}
              secondary={optionalFields.has(field) ? t('fields.optional') : undefined}
            />
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}
