import Search from '@mui/icons-material/Search';
import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '#renderer/ui/Shortcut.tsx';
import type { DeskField } from './use-desk-field.ts';

interface SearchFieldProps {
  readonly id: string;
  readonly field: DeskField;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** The one field. It has the focus, and names the row that Enter takes. Look: row-styles.ts. */
export function SearchField({ id, field, input }: SearchFieldProps) {
  const { t } = useTranslation(['desk', 'common']);
  const escapeKey = useMemo(() => <Key>{t('common:keys.escape')}</Key>, [t]);
  const count = field.rows.length + field.options.length;
  return (
    <div className="desk-field">
      <Search aria-hidden />
      <input
        ref={input}
        type="text"
        value={field.text}
        placeholder={t('field.hint')}
        onChange={(event) => field.change(event.target.value)}
        onKeyDown={field.onKeyDown}
        role="combobox"
        aria-label={t('field.label')}
        aria-expanded={count > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${id}-${field.active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      {field.text !== '' && escapeKey}
    </div>
  );
}
