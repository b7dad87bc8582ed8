import Button, { type ButtonProps } from '@mui/material/Button';
import { useRef } from 'react';

interface FileButtonProps extends Pick<ButtonProps, 'variant' | 'autoFocus' | 'disabled' | 'aria-invalid'> {
  /** What stands on the button. */
  readonly label: string;
  /** What the field behind it is called, where the button says something else by now. */
  readonly name?: string;
  /** Endings and types that are offered. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** Chooses a file. */
export function FileButton({ label, name = label, accept, onFile, ...look }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...look} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={name}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
