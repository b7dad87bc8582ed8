import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '#renderer/ui/Shortcut.tsx';
import type { DeskField } from './use-desk-field.ts';

interface SearchFieldProps {
  readonly id: string;
  readonly field: DeskField;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** The one field. It has the focus, and names the row that Enter takes. */
export function SearchField({ id, field, input }: SearchFieldProps) {
  const { t } = useTranslation(['desk', 'common']);
  const count = field.rows.length + field.options.length;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 2,
        minHeight: 60,
        border: 2,
        borderColor: 'line.control',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        '&:focus-within': {
          borderColor: 'primary.main',
          boxShadow: (theme) => `0 0 0 1px ${theme.vars?.palette.primary.main ?? ''}`,
        },
      }}
    >
      <Search aria-hidden sx={{ color: 'text.secondary', fontSize: 28 }} />
      <InputBase
        fullWidth
        inputRef={input}
        value={field.text}
        placeholder={t('field.hint')}
        onChange={(event) => field.change(event.target.value)}
        onKeyDown={field.onKeyDown}
        sx={{ fontSize: '1.375rem' }}
        slotProps={{
          input: {
            role: 'combobox',
            'aria-label': t('field.label'),
            'aria-expanded': count > 0,
            'aria-controls': `${id}-list`,
            'aria-autocomplete': 'list',
            'aria-activedescendant': count > 0 ? `${id}-${field.active}` : undefined,
            autoComplete: 'off',
            spellCheck: false,
            maxLength: 200,
            sx: { textOverflow: 'ellipsis' },
          },
        }}
      />
      {field.text !== '' && <Key>{t('common:keys.escape')}</Key>}
    </Box>
  );
}
