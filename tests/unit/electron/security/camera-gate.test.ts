import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { cameraGate } from '#electron/security/camera-gate.ts';
import { guardSession } from '#electron/security/guard-session.ts';

const page = { isMainFrame: true, requestingUrl: 'app://host/index.html#/desk' };
const video = { ...page, mediaTypes: ['video'] } as const;

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];

/** A guarded session's handlers, asked as Electron asks them. */
function guarded() {
  const camera = cameraGate();
  let onRequest: RequestHandler = null;
  let onCheck: CheckHandler = null;
  const session = {
    setPermissionRequestHandler: (handler: RequestHandler) => {
      onRequest = handler;
    },
    setPermissionCheckHandler: (handler: CheckHandler) => {
      onCheck = handler;
    },
    setDevicePermissionHandler: () => undefined,
    setSpellCheckerEnabled: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
    on: () => undefined,
  } as unknown as Session;
  guardSession(session, true, camera);
  const contents = new EventEmitter();
  camera.guard(contents as unknown as WebContents);
  return {
    contents,
    begin: () => camera.handlers['camera.begin'](undefined),
    end: () => camera.handlers['camera.end'](undefined),
    request: (permission: string, details: object): boolean => {
      let granted = false;
      onRequest?.(null as never, permission as 'media', (answer) => (granted = answer), details as never);
      return granted;
    },
    check: (permission: string, origin: string, details: object): boolean =>
      onCheck?.(null, permission as 'media', origin, details as never) ?? false,
  };
}

const checked = { isMainFrame: true, mediaType: 'video' };

describe('the camera', () => {
  it('is refused until the window says that it scans, and after it has ended', async () => {
    const { begin, end, request, check } = guarded();
    expect([request('media', video), check('media', 'app://host/', checked)]).toEqual([false, false]);
    await begin();
    expect([request('media', video), check('media', 'app://host/', checked)]).toEqual([true, true]);
    expect(check('media', 'app://host', checked)).toBe(true);
    await end();
    expect([request('media', video), check('media', 'app://host/', checked)]).toEqual([false, false]);
  });

  it.each(['did-navigate', 'render-process-gone', 'destroyed'])(
    'is refused again after %s',
    async (event) => {
      const { begin, contents, request, check } = guarded();
      await begin();
      contents.emit(event);
      expect([request('media', video), check('media', 'app://host/', checked)]).toEqual([false, false]);
    },
  );

  it('comes without sound, to the top frame of the app only, and nothing else comes with it', async () => {
    const { begin, request, check } = guarded();
    await begin();
    for (const details of [
      { ...page, mediaTypes: ['video', 'audio'] },
      { ...page, mediaTypes: ['audio'] },
      { ...page, mediaTypes: [] },
      page,
      { ...video, isMainFrame: false },
      { ...video, requestingUrl: 'app://hosts/' },
      { ...video, requestingUrl: 'https://example.com/' },
    ])
      expect(request('media', details), JSON.stringify(details)).toBe(false);
    for (const permission of ['display-capture', 'geolocation', 'notifications', 'midi', 'fullscreen'])
      expect([request(permission, video), check(permission, 'app://host/', checked)]).toEqual([false, false]);
    expect(check('media', 'app://host/', { ...checked, mediaType: 'audio' })).toBe(false);
    expect(check('media', 'app://host/', { isMainFrame: true })).toBe(false);
    expect(check('media', 'app://host/', { ...checked, isMainFrame: false })).toBe(false);
    expect(check('media', 'app://host.example.com/', checked)).toBe(false);
  });
});
