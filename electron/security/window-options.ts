import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron';

/** What holds for every window: the page is a sandboxed stranger that can only use `window.host`. */
export function hardenedPreferences(session: Session, packaged: boolean): WebPreferences {
  return {
    session,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !packaged,
  };
}

/** The app's window. 1366×768 is the smallest screen in use; it never gets narrower than a desk's list needs. */
export function mainWindowOptions(preferences: WebPreferences): BrowserWindowConstructorOptions {
  return {
    title: 'Wegmarke',
    width: 1366,
    height: 768,
    minWidth: 900,
    minHeight: 600,
    show: false,
    // The ground colour of the light theme: no white flash while the page loads.
    backgroundColor: '#F7F6F2',
    autoHideMenuBar: true,
    webPreferences: preferences,
  };
}
