import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';

interface OpenChoiceProps<T> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: readonly T[];
  readonly keyOf: (option: T) => string;
  readonly render: (option: T) => ReactNode;
  readonly onChoose: (option: T) => void;
  /** What the list of choices is called. */
  readonly listLabel: string;
  /** What stands in place of the choices if there are none. */
  readonly empty: string;
  /** Keys that mean something to the screen; one whose default is prevented is not looked at any further. */
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/**
 * A field with its choices open beneath it, the first one marked: Enter takes the marked one, arrows mark another,
 * typing looks anew. The focus stays in the field.
 */
export function OpenChoice<T>(props: OpenChoiceProps<T>) {
  const { label, hint, text, onText, options, keyOf, render, onChoose, listLabel, empty } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<string>();
  const found = options.findIndex((option) => keyOf(option) === marked);
  const at = found === -1 ? 0 : found;
  const current = options[at];
  const optionId = (index: number): string => `${id}-${index}`;
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const move = (by: number): void => {
    const next = options[(at + by + options.length) % options.length];
    if (next !== undefined) setMarked(keyOf(next));
  };
  const choose = (option: T): void => {
    setMarked(undefined);
    onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    props.onKeyDown?.(event);
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    // A key that is held down takes one choice only.
    else if (event.key === 'Enter') {
      if (current !== undefined && !event.repeat) choose(current);
    } else return;
    event.preventDefault();
  };
  return (
    <div>
      <TextField
        label={label}
        helperText={hint}
        value={text}
        onChange={(event) => {
          setMarked(undefined);
          onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
        inputRef={props.ref}
        autoComplete="off"
        slotProps={{
          htmlInput: {
            role: 'combobox',
            spellCheck: false,
            dir: 'auto',
            'aria-autocomplete': 'list',
            'aria-expanded': options.length > 0,
            'aria-controls': `${id}-list`,
            'aria-activedescendant': current === undefined ? undefined : optionId(at),
          },
        }}
      />
      {options.length === 0 && (
        <Box role="status" sx={{ mt: 1, px: 1.5, color: 'text.secondary' }}>
          {empty}
        </Box>
      )}
      <Box ref={list} id={`${id}-list`} role="listbox" aria-label={listLabel} sx={listLook}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={keyOf(option)}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {render(option)}
          </div>
        ))}
      </Box>
    </div>
  );
}

const listLook = {
  mt: 1,
  '& > div': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: 1,
    minHeight: 44,
    px: 1.5,
    py: 0.5,
    borderRadius: '6px',
    borderLeft: '3px solid transparent',
    cursor: 'pointer',
  },
  '& > div:hover': { bgcolor: 'action.hover' },
  '& > div[aria-selected=true]': { bgcolor: 'action.selected', borderLeftColor: 'primary.main' },
  '@media (forced-colors: active)': {
    '& > div[aria-selected=true]': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
} as const;
