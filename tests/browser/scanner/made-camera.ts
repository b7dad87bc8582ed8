/** A camera made of a canvas, in place of the computer's own. */
import { barCode, type DrawnCode, qrCode } from '#renderer/documents/badges/badge-codes.ts';
import type { CameraAccess } from '#renderer/ui/scanner/camera-access.ts';

export interface MadeCamera {
  readonly access: CameraAccess;
  /** Calls to main and to the system, in order. */
  readonly deeds: string[];
  /** What was asked of the system, the last time. */
  constraints(): MediaStreamConstraints | undefined;
  /** Holds a code before the camera; `undefined`: takes it away. */
  show(code: { readonly qr: string } | { readonly bars: string } | undefined): void;
  /** Whether the camera's light is on. */
  isOn(): boolean;
  /** Pulls the plug. */
  unplug(): void;
  /** What the system answers instead of a picture. */
  refuse(name: string | undefined): void;
  /** Main's answer to `begin`. */
  forbid(): void;
  /** Opening waits until this is called. */
  hold(): () => void;
  restore(): void;
}

function draw(context: CanvasRenderingContext2D, code: DrawnCode, scale: number): void {
  context.save();
  context.translate(640 - (code.width * scale) / 2, 360 - (code.height * scale) / 2);
  context.scale(scale, scale);
  context.fillStyle = '#000000';
  context.fill(new Path2D(code.path), 'evenodd');
  context.restore();
}

/** Puts a made camera into the page. `restore` takes it out again. */
export function madeCamera(cameras: readonly string[] = ['one']): MadeCamera {
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 720;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const deeds: string[] = [];
  const tracks: MediaStreamTrack[] = [];
  let shown: { readonly code: DrawnCode; readonly scale: number } | undefined;
  let asked: MediaStreamConstraints | undefined;
  let refusal: string | undefined;
  let allowed = true;
  let held: Promise<void> = Promise.resolve();
  const paint = (): void => {
    context.fillStyle = `hsl(40 20% ${88 + (performance.now() % 100) / 50}%)`;
    context.fillRect(0, 0, 1280, 720);
    if (shown) draw(context, shown.code, shown.scale);
  };
  const timer = setInterval(paint, 40);
  const media = navigator.mediaDevices;
  const own = { getUserMedia: media.getUserMedia, enumerateDevices: media.enumerateDevices };
  media.getUserMedia = async (constraints) => {
    asked = constraints;
    deeds.push('open');
    await held;
    if (refusal !== undefined) throw new DOMException('', refusal);
    const stream = canvas.captureStream(25);
    const chosen = (constraints?.video as MediaTrackConstraints | undefined)?.deviceId;
    for (const track of stream.getVideoTracks()) {
      tracks.push(track);
      const settings = {
        deviceId: typeof chosen === 'string' ? chosen : (cameras[0] ?? ''),
        facingMode: 'user',
      };
      track.getSettings = () => settings;
    }
    return stream;
  };
  media.enumerateDevices = async () =>
    cameras.map((deviceId) => ({ kind: 'videoinput', deviceId }) as MediaDeviceInfo);
  return {
    deeds,
    access: {
      begin: async () => {
        deeds.push('begin');
        return allowed;
      },
      end: () => deeds.push('end'),
    },
    constraints: () => asked,
    show: (code) => {
      if (code === undefined) shown = undefined;
      else if ('qr' in code) shown = { code: qrCode(code.qr), scale: 12 };
      else shown = { code: barCode(code.bars, 60), scale: 6 };
    },
    isOn: () => tracks.some(({ readyState }) => readyState === 'live'),
    unplug: () => {
      for (const track of tracks) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    },
    refuse: (name) => {
      refusal = name;
    },
    forbid: () => {
      allowed = false;
    },
    hold: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    restore: () => {
      clearInterval(timer);
      Object.assign(media, own);
    },
  };
}
