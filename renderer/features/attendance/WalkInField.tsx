import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFoundPeople } from '#renderer/services/use-services.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName, ownScript } from '#shared/domain/names/full-name.ts';

/** Somebody known, or a name only. */
export type WalkInChoice = { readonly person: PersonEntry } | { readonly name: string };

interface WalkInFieldProps {
  readonly label: string;
  readonly hint: string;
  /** What is to say about somebody who is found: already recorded, or in the group. */
  readonly noteOf: (personId: string) => string | undefined;
  readonly onChosen: (choice: WalkInChoice) => void;
  /** Enter in the empty field. */
  readonly onNothing?: (() => void) | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

const shortest = 2;
const most = 6;
const longestName = 200;

/** Type a name and Enter: the best match among the known people, or, as the last choice, the name alone. */
export function WalkInField({ label, hint, noteOf, onChosen, onNothing, ref }: WalkInFieldProps) {
  const { t } = useTranslation('attendance');
  const [text, setText] = useState('');
  const name = text.trim().slice(0, longestName);
  const people = useFoundPeople(name, name.length >= shortest ? most : 0);
  const options: readonly WalkInChoice[] = [
    ...people.map((person) => ({ person })),
    ...(name.length >= shortest ? [{ name }] : []),
  ];
  return (
    <Autocomplete<WalkInChoice>
      options={options}
      value={null}
      inputValue={text}
      onInputChange={(_event, typed, reason) => {
        if (reason === 'input' || reason === 'clear') setText(typed);
      }}
      onChange={(_event, choice) => {
        if (!choice) return;
        setText('');
        onChosen(choice);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && text.trim() === '') onNothing?.();
      }}
      open={options.length > 0}
      filterOptions={(all) => all}
      getOptionLabel={(choice) => ('person' in choice ? listName(choice.person) : choice.name)}
      getOptionKey={(choice) => ('person' in choice ? choice.person.id : 'name')}
      autoHighlight
      blurOnSelect={false}
      clearOnBlur={false}
      forcePopupIcon={false}
      renderOption={({ key, ...properties }, choice) => (
        <Box component="li" key={key} {...properties} sx={{ display: 'flex', gap: 1 }}>
          {'person' in choice ? (
            <>
              <span>{listName(choice.person)}</span>
              {ownScript(choice.person) !== null && <bdi>{ownScript(choice.person)}</bdi>}
              <Box component="span" sx={{ ml: 'auto', color: 'text.secondary', fontSize: '0.8125rem' }}>
                {noteOf(choice.person.id) ?? choice.person.number}
              </Box>
            </>
          ) : (
            t('walkIns.nameOnly', { name: choice.name })
          )}
        </Box>
      )}
      renderInput={(parameters) => (
        <TextField {...parameters} inputRef={ref} label={label} helperText={hint} />
      )}
    />
  );
}
