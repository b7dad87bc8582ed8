import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { type Scope, scopes } from './badge-rows.ts';
import { type ScopeChoice, useGroups } from './use-scope.ts';

interface ScopeFieldsProps {
  readonly choice: ScopeChoice;
  readonly onChoose: (choice: ScopeChoice) => void;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}

/** Whose badges: one choice, what it needs to know, and a search through the people that it means. */
export function ScopeFields({ choice, onChoose, search, onSearch }: ScopeFieldsProps) {
  const { t } = useTranslation('badges');
  const { clock } = useServices();
  const groups = useGroups();
  const groupId = groups.some(({ id }) => id === choice.groupId) ? (choice.groupId ?? '') : '';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5 }}>
      <TextField
        select
        label={t('who.scope')}
        value={choice.scope}
        onChange={({ target }) => onChoose({ ...choice, scope: target.value as Scope })}
        sx={{ width: 260 }}
      >
        {scopes.map((scope) => (
          <MenuItem key={scope} value={scope}>
            {t(`who.scopes.${scope}`)}
          </MenuItem>
        ))}
      </TextField>
      {choice.scope === 'group' && (
        <TextField
          select
          label={t('who.group')}
          value={groupId}
          onChange={({ target }) => onChoose({ ...choice, groupId: target.value })}
          helperText={groups.length === 0 ? t('who.noGroups') : undefined}
          sx={{ width: 300 }}
        >
          {groups.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      {choice.scope === 'arrived' && (
        <Box sx={{ width: 220 }}>
          <DayField
            label={t('who.since')}
            value={choice.since}
            onChange={(since) => onChoose({ ...choice, since })}
            today={clock.today()}
          />
        </Box>
      )}
      <TextField
        type="search"
        label={t('who.search')}
        value={search}
        onChange={({ target }) => onSearch(target.value)}
        autoComplete="off"
        sx={{ flex: '1 1 240px', maxWidth: 360 }}
        slotProps={{ htmlInput: { spellCheck: false } }}
      />
    </Box>
  );
}
