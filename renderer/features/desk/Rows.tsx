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
  /** Who or what stands in the row; while it is the active one, others are brought into sight as well. */
  readonly of: string;
  readonly onTake: () => void;
  readonly children: ReactNode;
}

/** A row that Enter or a press takes. */
export function RowFrame({ id, active, of, onTake, children }: RowFrameProps) {
  const row = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who stands in the row
  useEffect(() => {
    if (!active) return undefined;
    // With the frame that draws it: at once, the window would lay everything out twice.
    const frame = requestAnimationFrame(() => row.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [active, of]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active row
    <div ref={row} id={id} role="option" aria-selected={active} onClick={onTake} className="desk-row">
      {children}
    </div>
  );
}

/** Made once: an icon costs more than the rest of its row. */
const icons = new Map(
  Object.entries(looks).map(([name, { Icon }]) => [name, <Icon key={name} aria-hidden />]),
);

/** What a row's end says: word, icon and colour. */
export function RowEnd({
  look,
  verdict,
  text,
}: {
  readonly look: LookName;
  readonly verdict?: string | undefined;
  readonly text: string;
}) {
  return (
    <div className="desk-end" data-colour={looks[look].colour} data-verdict={verdict}>
      <span>{text}</span>
      {icons.get(look)}
    </div>
  );
}
