import CheckBox from '@mui/icons-material/CheckBox';
import CheckBoxOutlineBlank from '@mui/icons-material/CheckBoxOutlineBlank';
import GlobalStyles from '@mui/material/GlobalStyles';
import { type MouseEvent, memo } from 'react';
import type { Column } from './columns.ts';

interface BodyRowProps<T> {
  readonly id: string;
  readonly row: T;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly Column<T>[];
  readonly gridTracks: string;
  readonly active: boolean;
  /** `undefined`: rows can't be selected. */
  readonly selected: boolean | undefined;
  readonly openable: boolean;
  readonly onPress: (index: number, event: MouseEvent, onMark: boolean) => void;
}

/** One row at its place. Plain elements, because a page of them is painted within a frame while scrolling. */
function BodyRowOnce<T>(props: BodyRowProps<T>) {
  const { id, row, index, top, height, columns, gridTracks, active, selected, openable, onPress } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its active row
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid lie at their own places
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      {...(selected === undefined ? {} : { 'aria-selected': selected })}
      className={active ? 'wm-row wm-active' : 'wm-row'}
      style={{
        transform: `translateY(${top}px)`,
        height,
        gridTemplateColumns: gridTracks,
        cursor: openable ? 'pointer' : 'default',
      }}
      // The second press of a double click opens the row; it is not meant to select a word.
      onMouseDown={(event) => {
        if (event.detail > 1) event.preventDefault();
      }}
      onClick={(event) => onPress(index, event, false)}
    >
      {selected !== undefined && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the row does the same
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
        // biome-ignore lint/a11y/useSemanticElements: a cell of a virtual grid
        <div
          role="gridcell"
          className="wm-mark"
          onClick={(event) => {
            event.stopPropagation();
            onPress(index, event, true);
          }}
        >
          {selected ? (
            <CheckBox aria-hidden color="primary" fontSize="small" />
          ) : (
            <CheckBoxOutlineBlank aria-hidden fontSize="small" />
          )}
        </div>
      )}
      {columns.map(({ key, render }) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
        // biome-ignore lint/a11y/useSemanticElements: a cell of a virtual grid
        <div key={key} role="gridcell" className="wm-cell">
          {render(row)}
        </div>
      ))}
    </div>
  );
}

export const BodyRow = memo(BodyRowOnce) as typeof BodyRowOnce;

/** The table's styles, made once: those of a table that is drawn with every letter cost more than its rows. */
export const tableStyles = (
  <GlobalStyles
    styles={(theme) =>
      theme.unstable_sx({
        '.wm-grid': { overflow: 'auto' },
        '.wm-row': {
          position: 'absolute',
          insetInline: 0,
          top: 0,
          display: 'grid',
          alignItems: 'center',
          borderBottom: '1px solid',
          borderColor: 'line.soft',
          fontSize: '0.875rem',
          fontVariantNumeric: 'tabular-nums',
          boxSizing: 'border-box',
        },
        '.wm-row:hover': { bgcolor: 'action.hover' },
        '.wm-row[aria-selected="true"]': { bgcolor: 'status.present.tint' },
        '.wm-cell': {
          px: 1.5,
          minWidth: 0,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        },
        '.wm-mark': {
          display: 'grid',
          placeItems: 'center',
          height: '100%',
          color: 'line.control',
          cursor: 'pointer',
        },
        // The active row shows where the focus is: a ring around the table would show it twice, and cut off.
        '.wm-grid:focus-visible:has(.wm-active)': { outline: 'none' },
        '.wm-grid:focus-visible .wm-active': {
          outline: '2px solid',
          outlineColor: 'primary.main',
          outlineOffset: '-2px',
        },
      })
    }
  />
);
