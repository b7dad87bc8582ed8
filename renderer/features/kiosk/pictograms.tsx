import Forum from '@mui/icons-material/Forum';
import Handyman from '@mui/icons-material/Handyman';
import SportsSoccer from '@mui/icons-material/SportsSoccer';
import { createSvgIcon } from '@mui/material/utils';
import type { KioskSession } from '#shared/domain/kiosk/kiosk-day.ts';

/** A card with its bars under the light of a scanner. */
export const CardPictogram = createSvgIcon(
  <>
    <path d="M5 1.500h14v3h-2.500l-1 2h-7l-1-2H5z" />
    <path
      d="M8.200 8 6.500 10.500M12 8v2.500M15.800 8l1.700 2.500"
      stroke="currentColor"
      strokeWidth="1"
      fill="none"
    />
    <path
      fillRule="evenodd"
      d="M4 12h16a1.500 1.500 0 0 1 1.500 1.500v7A1.500 1.500 0 0 1 20 22H4a1.500 1.500 0 0 1-1.500-1.500v-7A1.500 1.500 0 0 1 4 12zm1.200 2.200v5.600h1.200v-5.600zm2.200 0v5.600h.8v-5.600zm2 0v5.600h1.800v-5.600zm2.800 0v5.600h.8v-5.600zm1.900 0v5.600h1.200v-5.600zm2.200 0v5.600h.6v-5.600zm1.500 0v5.600h1.300v-5.600z"
    />
  </>,
  'CardPictogram',
);

/** A card that nobody knows. */
export const UnknownCardPictogram = createSvgIcon(
  <>
    <path
      fillRule="evenodd"
      d="M3.500 5h17A1.500 1.500 0 0 1 22 6.500v11a1.500 1.500 0 0 1-1.500 1.500h-17A1.500 1.500 0 0 1 2 17.500v-11A1.500 1.500 0 0 1 3.500 5zm.3 1.800v10.400h16.400V6.800z"
    />
    <path
      d="M9.700 10.300a2.300 2.300 0 1 1 3.500 2c-.8.5-1.200.9-1.200 1.700"
      stroke="currentColor"
      strokeWidth="1.500"
      fill="none"
    />
    <circle cx="12" cy="15.900" r="1" />
  </>,
  'UnknownCardPictogram',
);

/** Someone behind a counter. */
export const DeskPictogram = createSvgIcon(
  <>
    <circle cx="12" cy="5.500" r="3.300" />
    <path d="M6 14v-.6C6 11.200 8.600 9.700 12 9.700s6 1.500 6 3.700v.6z" />
    <path d="M2 15h20v2.200h-1.500V22h-17v-4.800H2z" />
  </>,
  'DeskPictogram',
);

/** What each programme area looks like. */
export const areaPictograms = {
  language: Forum,
  'day-structure': SportsSoccer,
  vocational: Handyman,
} as const satisfies Record<KioskSession['area'], unknown>;
