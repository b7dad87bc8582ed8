import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFoundPeople, useServices } from '#renderer/services/use-services.ts';
import type { EnrolmentEntry, PersonEntry } from '#shared/domain/directory.ts';
import { listName, ownScript } from '#shared/domain/names/full-name.ts';
import { hasDeparted } from '#shared/domain/records/participant.ts';

interface EnrolSearchProps {
  /** Open and waiting places of the group, by person. */
  readonly there: ReadonlyMap<string, EnrolmentEntry>;
  readonly onChosen: (person: PersonEntry) => void;
}

const shortest = 2;
const most = 8;

/** Two or three letters and Enter take the best match; the field is empty again and keeps the focus for the next one. */
export function EnrolSearch({ there, onChosen }: EnrolSearchProps) {
  const { t } = useTranslation(['courses', 'enrolment']);
  const { clock } = useServices();
  const [text, setText] = useState('');
  const isLong = text.trim().length >= shortest;
  const found = useFoundPeople(text, isLong ? most : 0);
  /** Why somebody can't be enrolled. */
  const hindrance = (person: PersonEntry): string | undefined => {
    const place = there.get(person.id);
    if (place) return t(place.waitingSince === null ? 'enrolment:there' : 'enrolment:onList');
    return hasDeparted(person, clock.today()) ? t('enrolled.departed') : undefined;
  };
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
      getOptionDisabled={(person) => hindrance(person) !== undefined}
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
            {hindrance(person) ?? person.number}
          </Box>
        </Box>
      )}
      renderInput={(parameters) => (
        <TextField {...parameters} label={t('enrolled.search')} helperText={t('enrolled.searchHint')} />
      )}
    />
  );
}
