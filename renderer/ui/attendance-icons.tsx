import { createSvgIcon } from '@mui/material/utils';

/** A circle whose right half is filled: here from some way in. */
export const LateIcon = createSvgIcon(
  <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 2a7 7 0 0 1 7 7h-7V5Zm0 14a7 7 0 0 1-7-7 7 7 0 0 1 7-7v7h7a7 7 0 0 1-7 7Z" />,
  'Late',
);

/** A circle whose left half is filled: here up to some point. */
export const LeftEarlyIcon = createSvgIcon(
  <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 2v14a7 7 0 0 0 0-14Z" />,
  'LeftEarly',
);
