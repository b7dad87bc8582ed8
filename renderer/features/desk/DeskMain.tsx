import Box from '@mui/material/Box';
import { type RefObject, useId, useRef } from 'react';
import { useNavigate } from 'react-router';
import { CameraScanner } from '#renderer/ui/scanner/CameraScanner.tsx';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { isBadgeNumber, readCode } from './desk-code.ts';
import type { Desk, DeskSnapshot } from './desk-store.ts';
import { FailedDeeds } from './FailedDeeds.tsx';
import { Found } from './Found.tsx';
import { KeyBar } from './KeyBar.tsx';
import { rowStyles } from './row-styles.ts';
import { SaidLine } from './SaidLine.tsx';
import { SearchField } from './SearchField.tsx';
import { useDeskField } from './use-desk-field.ts';
import type { DeskTexts } from './use-desk-texts.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { WaitingCases } from './WaitingCases.tsx';

interface DeskMainProps {
  readonly desk: Desk;
  readonly shown: DeskSnapshot;
  readonly texts: DeskTexts;
  /** Within it the focus belongs to the field. */
  readonly screen: RefObject<HTMLElement | null>;
  readonly filming: boolean;
  readonly onFilmed: () => void;
}

/** The field and what comes of it. Keys are drawn here; the rest of the screen stays as it is. */
export function DeskMain({ desk, shown, texts, screen, filming, onFilmed }: DeskMainProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const kept = useKeptFocus(input, screen);
  const navigate = useNavigate();
  const read = (text: string): void => {
    const code = readCode(text);
    // What the field holds now that the scan is taken out of it.
    const idle = (input.current?.value ?? '') === '' && shown.desk.choice === null;
    if (code.kind === 'badge') desk.badge(code.number, idle);
    else if (code.kind === 'list') void navigate(`/lists/${code.number}?page=${code.page}`);
    else desk.refuse(code.why);
  };
  const field = useDeskField({ desk, shown, onCode: read });
  useScanner(
    (scan) => {
      // The first key went where the focus was not yet, so that nobody put it back.
      const before = kept.beforeKeyElsewhere();
      if (before !== undefined) field.change(before);
      if (scan.kind === 'too-long') desk.refuse('too-long');
      else read(scan.text);
    },
    { isCode: isBadgeNumber },
  );
  return (
    <Box sx={column}>
      <SearchField {...{ id, field, input }} />
      <SaidLine {...{ shown, texts }} />
      <FailedDeeds {...{ desk, shown, texts }} />
      <Found {...{ id, desk, shown, field, texts }} />
      <WaitingCases
        {...{ desk, shown, texts }}
        enterTakes={field.text === '' && shown.desk.choice === null}
      />
      <Box sx={{ flex: 1 }} />
      <KeyBar {...{ desk, shown }} asksOther={field.asksOther} onAskOther={field.setAsksOther} />
      {filming && (
        <CameraScanner open onCode={read} onClose={onFilmed}>
          {/* The line below the dialog sounds already. */}
          <SaidLine shown={{ ...shown, muted: true }} texts={texts} />
        </CameraScanner>
      )}
    </Box>
  );
}

const column = {
  gridArea: 'field',
  display: 'flex',
  flexDirection: 'column',
  gap: 1,
  minHeight: 0,
  minWidth: 0,
  ...rowStyles,
} as const;
