import Box from '@mui/material/Box';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type BadgeLayout, perSheet } from '#renderer/documents/badges/badge-layouts.ts';

interface SheetPictureProps {
  readonly layout: BadgeLayout;
  /** Badges that are printed. */
  readonly count: number;
  readonly start: number;
  /** Without it, the sheet is only shown. */
  readonly onStart?: ((start: number) => void) | undefined;
}

/** CSS pixels in a millimetre of the picture. */
const scale = 1.2;
const paper = {
  position: 'relative',
  width: 210 * scale,
  height: 297 * scale,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'line.control',
  borderRadius: '4px',
} as const;

/** A small picture of the first sheet: which labels will be printed, and by a press which one is the first free one. */
export function SheetPicture({ layout, count, start, onStart }: SheetPictureProps) {
  const { t } = useTranslation('badges');
  const labels = useRef<(HTMLElement | null)[]>([]);
  const total = perSheet(layout);
  const places = Array.from({ length: total }, (_, at) => ({
    left: (layout.left + (at % layout.columns) * layout.stepRight) * scale,
    top: (layout.top + Math.floor(at / layout.columns) * layout.stepDown) * scale,
    width: layout.width * scale,
    height: layout.height * scale,
  }));
  const look = (at: number) => ({
    position: 'absolute',
    border: '1px solid',
    borderColor: at >= start && at < start + count ? 'primary.main' : 'line.control',
    bgcolor: at >= start && at < start + count ? 'status.present.tint' : 'transparent',
    color: 'text.secondary',
    borderRadius: '3px',
    fontSize: '0.6875rem',
    p: 0,
  });
  if (!onStart) {
    return (
      <Box sx={paper} role="img" aria-label={t('how.picture', { count: Math.min(count, total), total })}>
        {places.map((place, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the labels of a sheet never change their order
          <Box key={at} sx={look(at)} style={place} />
        ))}
      </Box>
    );
  }
  const goTo = (to: number): void => {
    const at = Math.min(total - 1, Math.max(0, to));
    onStart(at);
    labels.current[at]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: layout.columns, ArrowUp: -layout.columns }[
      event.key
    ];
    if (by !== undefined) goTo(start + by < 0 || start + by >= total ? start : start + by);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(total - 1);
    else return;
    event.preventDefault();
  };
  return (
    <Box sx={paper} role="radiogroup" aria-label={t('how.start')} onKeyDown={onKeyDown}>
      {places.map((place, at) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: the labels of a sheet never change their order
          key={at}
          component="button"
          type="button"
          role="radio"
          ref={(element: HTMLElement | null) => {
            labels.current[at] = element;
          }}
          aria-checked={at === start}
          aria-label={t('how.label', { number: at + 1 })}
          tabIndex={at === start ? 0 : -1}
          onClick={() => goTo(at)}
          sx={{ ...look(at), cursor: 'pointer', fontFamily: 'inherit' }}
          style={place}
        >
          {at === start && (
            <Box component="span" sx={{ color: 'primary.main', fontWeight: 700 }}>
              {t('how.first')}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
