import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Delete from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { ClipboardEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleValues } from './offer-values.ts';
import { TextInput } from './TextInput.tsx';

interface ModuleRowProps {
  readonly module: ModuleValues;
  /** From 1, of how many. */
  readonly number: number;
  readonly count: number;
  readonly readOnly: boolean;
  readonly isNew: boolean;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (part: Partial<ModuleValues>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
  readonly onPaste: ClipboardEventHandler<HTMLInputElement>;
}

/** One module: title, UE, contents, and its place in the order. */
export function ModuleRow(props: ModuleRowProps) {
  const { module, number, count, readOnly, isNew, errorAt, onChange, onMove, onRemove, onPaste } = props;
  const { t } = useTranslation('courses');
  const deeds = [
    { key: 'up', icon: <ArrowUpward fontSize="small" />, off: number === 1, act: () => onMove(-1) },
    { key: 'down', icon: <ArrowDownward fontSize="small" />, off: number === count, act: () => onMove(1) },
    { key: 'remove', icon: <Delete fontSize="small" />, off: false, act: onRemove },
  ] as const;
  return (
    <Box role="group" aria-label={t('modules.row', { number })} sx={rowLook}>
      <TextInput
        label={t('modules.moduleTitle', { number })}
        value={module.title}
        onChange={(title) => onChange({ title })}
        onPaste={onPaste}
        error={errorAt('title')}
        required
        autoFocus={isNew}
        disabled={readOnly}
      />
      <TextInput
        label={t('modules.ue')}
        value={module.ue}
        onChange={(ue) => onChange({ ue })}
        error={errorAt('ue')}
        required
        numeric
        disabled={readOnly}
      />
      <Box sx={{ display: 'flex', height: 40 }}>
        {!readOnly &&
          deeds.map(({ key, icon, off, act }) => (
            <Tooltip key={key} title={t(`modules.${key}`)}>
              {/* Not `disabled`: at the end of the list the focus would be lost. */}
              <IconButton
                aria-label={t(`modules.${key}Number`, { number })}
                aria-disabled={off}
                onClick={off ? undefined : act}
                sx={{ color: off ? 'text.disabled' : 'text.secondary' }}
              >
                {icon}
              </IconButton>
            </Tooltip>
          ))}
      </Box>
      <TextInput
        label={t('modules.contents')}
        value={module.contents}
        onChange={(contents) => onChange({ contents })}
        error={errorAt('contents')}
        rows={1}
        wide
        disabled={readOnly}
      />
    </Box>
  );
}

const rowLook = {
  display: 'grid',
  columnGap: 1,
  rowGap: 1.5,
  gridTemplateColumns: 'minmax(0, 1fr) 140px auto',
  alignItems: 'start',
  borderLeft: 3,
  borderColor: 'line.soft',
  pl: 1.5,
} as const;
