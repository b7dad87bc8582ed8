import { createSvgIcon } from '@mui/material/utils';

/** The sign of the app: a way mark on its post. */
export const Waymark = createSvgIcon(
  <path d="M11 2h2v2h5.2L22 7.5 18.2 11H13v1h6v7h-6v3h-2v-3H5.8L2 15.5 5.8 12H11v-1H5V4h6V2Zm-4 4v3h10.4L19 7.5 17.4 6H7Zm-.4 8L5 15.500 6.600 17H17v-3H6.600Z" />,
  'Waymark',
);
