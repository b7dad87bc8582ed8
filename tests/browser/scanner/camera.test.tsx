import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CameraScanner } from '#renderer/ui/scanner/CameraScanner.tsx';
import { CameraAccessContext } from '#renderer/ui/scanner/camera-access.ts';
import { type CameraSight, watchCamera } from '#renderer/ui/scanner/watch-camera.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { type MadeCamera, madeCamera } from './made-camera.ts';

const number = '4711081512340742';
let unmount: () => void = () => undefined;
let camera: MadeCamera;
let codes: string[];
beforeEach(async () => {
  await page.viewport(1366, 768);
  codes = [];
});
afterEach(() => {
  unmount();
  unmount = () => undefined;
  camera.restore();
});

function Screen() {
  const [open, setOpen] = useState(false);
  return (
    <CameraAccessContext value={camera.access}>
      <button type="button" onClick={() => setOpen(true)}>
        scan
      </button>
      <CameraScanner open={open} onCode={(text) => codes.push(text)} onClose={() => setOpen(false)} />
    </CameraAccessContext>
  );
}

async function mount(
  made: MadeCamera = madeCamera(),
  look: { language?: 'de' | 'en'; mode?: 'light' | 'dark' } = {},
) {
  camera = made;
  unmount = await mountScreen({
    services: memoryServices(),
    address: '/',
    routes: { '/': <Screen /> },
    ...look,
  });
}

const press = () => page.getByRole('button', { name: 'scan' }).click();
const isOn = () => expect.poll(() => camera.isOn(), { timeout: 10_000 });

describe('scanning with the camera', () => {
  it('asks for it only when it is opened, without sound', async () => {
    await mount();
    expect(camera.deeds).toEqual([]);
    await press();
    await isOn().toBe(true);
    expect(camera.deeds).toEqual(['begin', 'open']);
    expect(camera.constraints()?.audio).toBe(false);
  });

  it('reads a QR code once while it is held there, and Code 128 after it', async () => {
    await mount();
    await press();
    camera.show({ qr: number });
    await expect.poll(() => codes, { timeout: 20_000 }).toEqual([number]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(codes).toEqual([number]);
    camera.show({ bars: '0000111122223333' });
    await expect.poll(() => codes, { timeout: 10_000 }).toEqual([number, '0000111122223333']);
    camera.show(undefined);
    await new Promise((resolve) => setTimeout(resolve, 2300));
    camera.show({ qr: number });
    await expect.poll(() => codes.length, { timeout: 10_000 }).toBe(3);
  });

  it('is off as soon as it is closed, with a key or by the screen that goes', async () => {
    await mount();
    await press();
    await isOn().toBe(true);
    await expect.element(page.getByRole('button', { name: 'Schließen' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await isOn().toBe(false);
    await expect.poll(() => camera.deeds).toEqual(['begin', 'open', 'end']);
    await expect.element(page.getByRole('button', { name: 'scan' })).toHaveFocus();
    await press();
    await isOn().toBe(true);
    unmount();
    unmount = () => undefined;
    await isOn().toBe(false);
    expect(camera.deeds.at(-1)).toBe('end');
  });

  it('is never left on when it is closed while it opens', async () => {
    const made = madeCamera();
    const release = made.hold();
    await mount(made);
    await press();
    await expect.poll(() => camera.deeds).toEqual(['begin', 'open']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => camera.deeds).toEqual(['begin', 'open', 'end']);
    release();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(camera.isOn()).toBe(false);
  });

  it('is off while the closed dialog still fades out', async () => {
    await mount();
    await press();
    await isOn().toBe(true);
    page
      .getByRole('button', { name: 'Schließen' })
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(camera.isOn()).toBe(false);
    expect(camera.deeds).toEqual(['begin', 'open', 'end']);
  });

  it('gives main the camera back once, so that the next opening keeps it', async () => {
    await mount();
    const video = document.createElement('video');
    const nothing = () => undefined;
    const watching = () =>
      watchCamera({
        video,
        access: camera.access,
        onSight: nothing,
        onCode: nothing,
        onProblem: nothing,
      });
    watching().stop();
    const next = watching();
    await expect.poll(() => camera.deeds).toContain('open');
    expect(camera.deeds).toEqual(['begin', 'end', 'begin', 'open']);
    next.stop();
  });

  it('shows no picture of a camera that was pulled out while it was looked at', async () => {
    await mount();
    const told: (CameraSight | string)[] = [];
    let seen: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      navigator.mediaDevices.enumerateDevices = async () => {
        resolve();
        await new Promise<void>((release) => {
          seen = release;
        });
        return [];
      };
    });
    watchCamera({
      video: Object.assign(document.createElement('video'), { muted: true }),
      access: camera.access,
      onSight: (sight) => told.push(sight),
      onCode: () => undefined,
      onProblem: (problem) => told.push(problem),
    });
    await asked;
    camera.unplug();
    seen();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told).toEqual(['lost']);
  });

  it.each([
    ['NotFoundError', /keine Kamera angeschlossen/],
    ['NotAllowedError', /für dieses Programm gesperrt/],
    ['NotReadableError', /anderes Programm benutzt die Kamera/],
    ['TypeError', /lässt sich nicht benutzen/],
  ])(
    'says plainly what is wrong (%s), gives main the camera back and tries again',
    async (name, sentence) => {
      const made = madeCamera();
      made.refuse(name);
      await mount(made);
      await press();
      await expect.element(page.getByRole('alert')).toHaveTextContent(sentence);
      expect(camera.deeds).toEqual(['begin', 'open', 'end']);
      expect(await violations()).toEqual([]);
      camera.refuse(undefined);
      await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
      await isOn().toBe(true);
    },
  );

  it('asks the system for nothing where main refuses', async () => {
    const made = madeCamera();
    made.forbid();
    await mount(made);
    await press();
    await expect.element(page.getByRole('alert')).toHaveTextContent(/gesperrt/);
    expect(camera.deeds).toEqual(['begin', 'end']);
  });

  it('says that it was pulled out', async () => {
    await mount();
    await press();
    await isOn().toBe(true);
    await expect.poll(() => document.querySelector('video')?.videoWidth ?? 0).toBeGreaterThan(0);
    camera.unplug();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Die Kamera wurde getrennt.');
    expect(camera.deeds.at(-1)).toBe('end');
  });

  it('changes to another camera where there is one', async () => {
    await mount(madeCamera(['one', 'two']));
    await press();
    await page.getByRole('button', { name: 'Andere Kamera' }).click();
    await expect
      .poll(() => (camera.constraints()?.video as MediaTrackConstraints | undefined)?.deviceId)
      .toBe('two');
    await isOn().toBe(true);
  });

  it.each([
    ['de', 'light'],
    ['en', 'dark'],
  ] as const)('is accessible in %s %s', async (language, mode) => {
    await mount(undefined, { language, mode });
    await press();
    camera.show({ qr: number });
    await expect.poll(() => codes.length, { timeout: 20_000 }).toBe(1);
    expect(await violations()).toEqual([]);
  });
});
