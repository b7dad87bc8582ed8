/** The scheme under which the app's own files are served; nothing else is ever loaded. */
export const appScheme = 'app';
export const appHost = 'host';
export const appOrigin = `${appScheme}://${appHost}`;
export const appUrl = `${appOrigin}/index.html`;
