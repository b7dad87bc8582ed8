/**
 * Chromium as installed knows no scheme of ours, so `app://host/` appears inside the page as a secure origin that
 * resolves to nothing; every request to it is intercepted.
 */
const outside = 'app://host';
const inside = 'https://host.app.invalid';

/** The address as the page knows it. */
export const toPage = (address: string): string =>
  address.startsWith(outside) ? inside + address.slice(outside.length) : address;

/** The address as main knows it. */
export const toMain = (address: string): string =>
  address.startsWith(inside) ? outside + address.slice(inside.length) : address;

/** Whether the page's address is one of the app's. */
export const isApp = (address: string): boolean => address.startsWith(`${inside}/`);
