import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName, ownScript } from '#shared/domain/names.ts';

interface EnrolSearchProps {
  readonly enrolledIds: ReadonlySet<string>;
  readonly onChosen: (person: PersonEntry) => void;
}

const shortest = 2;
const most = 8;

/** Two or three letters and Enter take the best match; the field is empty again and keeps the focus for the next one. */
export function EnrolSearch({ enrolledIds, onChosen }: EnrolSearchProps) {
  const { t } = useTranslation('courses');
  const { directory } = useServices();
  const [text, setText] = useState('');
  const isLong = text.trim().length >= shortest;
  const found = isLong ? directory.searchPeople(text, most) : [];
  return (
    <Autocomplete<PersonEntry>
      options={found}
      value={null}
      inputValue={text}
      onInputChange={(_event, typed, reason) => {
        if (reason === 'input' || reason === 'clear') setText(typed);
      }}
      onChange={(_event, person) => {
        if (!person) return;
        setText('');
        onChosen(person);
      }}
      filterOptions={(options) => options}
      getOptionLabel={listName}
      getOptionKey={({ id }) => id}
      getOptionDisabled={({ id }) => enrolledIds.has(id)}
      autoHighlight
      blurOnSelect={false}
      clearOnBlur={false}
      forcePopupIcon={false}
      noOptionsText={t(isLong ? 'enrolled.nobodyFound' : 'enrolled.typeMore')}
      renderOption={({ key, ...properties }, person) => (
        <Box component="li" key={key} {...properties} sx={{ display: 'flex', gap: 1 }}>
          <span>{listName(person)}</span>
          {ownScript(person) !== null && <bdi>{ownScript(person)}</bdi>}
          <Box component="span" sx={{ ml: 'auto', color: 'text.secondary', fontSize: '0.8125rem' }}>
            {enrolledIds.has(person.id) ? t('enrolled.already') : person.number}
          </Box>
        </Box>
      )}
      renderInput={(parameters) => (
        <TextField {...parameters} label={t('enrolled.search')} helperText={t('enrolled.searchHint')} />
      )}
    />
  );
}
