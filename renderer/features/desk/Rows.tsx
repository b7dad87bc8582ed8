import { type ReactNode, useEffect, useRef } from 'react';
import { type LookName, looks } from './looks.ts';

interface RowsProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** The list below the field, which has the focus and names the active row. Look: row-styles.ts. */
export function Rows({ id, label, children }: RowsProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={label} className="desk-rows">
      {children}
    </div>
  );
}

interface RowFrameProps {
  readonly id: string;
  readonly active: boolean;
  readonly onTake: () => void;
  readonly children: ReactNode;
}

/** A row that Enter or a press takes. */
export function RowFrame({ id, active, onTake, children }: RowFrameProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active row
    <div ref={row} id={id} role="option" aria-selected={active} onClick={onTake} className="desk-row">
      {children}
    </div>
  );
}

/** What a row's end says: word, icon and colour. */
export function RowEnd({
  look,
  verdict,
  text,
}: {
  readonly look: LookName;
  readonly verdict?: string;
  readonly text: string;
}) {
  const { Icon, colour } = looks[look];
  return (
    <div className="desk-end" data-colour={colour} data-verdict={verdict}>
      <span>{text}</span>
      <Icon aria-hidden />
    </div>
  );
}
