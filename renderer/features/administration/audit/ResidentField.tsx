import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFoundPeople, useServices } from '#renderer/services/use-services.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName } from '#shared/domain/names/full-name.ts';

interface ResidentFieldProps {
  readonly residentId: string | null;
  readonly onChoose: (residentId: string | null) => void;
}

/** People that are offered at a time. */
const offered = 20;

/** One resident, found as everywhere: by name in any spelling, number or room. */
export function ResidentField({ residentId, onChoose }: ResidentFieldProps) {
  const { t } = useTranslation('audit');
  const { directory } = useServices();
  const chosen = residentId === null ? null : (directory.get('participant', residentId) ?? null);
  const [text, setText] = useState(chosen ? listName(chosen) : '');
  const sought = text.trim();
  const isChosen = chosen !== null && text === listName(chosen);
  const found = useFoundPeople(sought, sought === '' ? 0 : offered);
  return (
    <Autocomplete<PersonEntry>
      options={isChosen ? [chosen] : [...found]}
      filterOptions={(options) => options}
      value={chosen}
      inputValue={text}
      onInputChange={(_event, typed) => setText(typed)}
      onChange={(_event, person) => onChoose(person?.id ?? null)}
      getOptionLabel={listName}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      autoHighlight
      noOptionsText={t(sought === '' ? 'filter.typeName' : 'filter.nobody')}
      renderOption={({ key, ...properties }, person) => (
        <Box component="li" key={key} {...properties}>
          <bdi>{listName(person)}</bdi>
          <Box component="span" sx={{ ml: 'auto', pl: 2, color: 'text.secondary', fontSize: '0.8125rem' }}>
            {person.number}
          </Box>
        </Box>
      )}
      renderInput={(parameters) => (
        <TextField {...parameters} label={t('filter.resident')} helperText={t('filter.residentHint')} />
      )}
    />
  );
}
