import { createSvgIcon } from '@mui/material/utils';

/** A circle whose upper right quarter is filled (◔). */
export const LateIcon = createSvgIcon(
  <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 2v7h7a7 7 0 1 1-7-7Z" />,
  'Late',
);

/** A circle whose right half is filled (◑). */
export const LeftEarlyIcon = createSvgIcon(
  <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 2v14a7 7 0 0 1 0-14Z" />,
  'LeftEarly',
);
