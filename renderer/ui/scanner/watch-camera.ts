/**
 * A camera that looks for codes. Guarantees that it is off again (its light out, main's permission given back) as soon
 * as `stop` is called or something goes wrong, also when that happens while it is still being opened.
 */

import type { CameraAccess } from './camera-access.ts';
import { type CodeReader, openCodeReader } from './code-reader.ts';
import { createRepeatFilter } from './repeated-codes.ts';

/** `refused`: by the app or the operating system. `lost`: pulled out while it ran. */
export type CameraProblem = 'none' | 'refused' | 'busy' | 'lost' | 'failed';

export interface CameraSight {
  /** It looks at the person in front of the screen, who expects a mirror. */
  readonly mirrored: boolean;
  readonly deviceId: string | undefined;
  /** All cameras that there are. */
  readonly cameras: readonly string[];
}

interface Watching {
  readonly video: HTMLVideoElement;
  readonly access: CameraAccess;
  /** One of the cameras; without it the one that looks away from the person, where there is one. */
  readonly deviceId?: string | undefined;
  readonly onSight: (sight: CameraSight) => void;
  readonly onCode: (text: string) => void;
  readonly onProblem: (problem: CameraProblem) => void;
}

/** At most ten pictures a second are looked through: enough for a moving hand, and cool on a small PC. */
const betweenPicturesMs = 100;

/** What the names of errors from `getUserMedia` mean. */
const problems: Readonly<Record<string, CameraProblem>> = {
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

const problemOf = (error: unknown): CameraProblem =>
  (error instanceof DOMException && problems[error.name]) || 'failed';

async function openStream(deviceId: string | undefined): Promise<MediaStream> {
  // Only where the page is no secure one; the app's is.
  if (!navigator.mediaDevices) throw new DOMException('', 'NotFoundError');
  const which = deviceId === undefined ? { facingMode: { ideal: 'environment' } } : { deviceId };
  return await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { ...which, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

async function sightOf(stream: MediaStream): Promise<CameraSight> {
  const settings = stream.getVideoTracks()[0]?.getSettings();
  const devices = await navigator.mediaDevices.enumerateDevices();
  return {
    mirrored: settings?.facingMode !== 'environment',
    deviceId: settings?.deviceId,
    cameras: devices.flatMap(({ kind, deviceId }) => (kind === 'videoinput' ? [deviceId] : [])),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens a camera and watches it until `stop` is called. */
export function watchCamera({ video, access, deviceId, onSight, onCode, onProblem }: Watching): {
  stop(): void;
} {
  let stopped = false;
  let stream: MediaStream | undefined;
  let reader: CodeReader | undefined;
  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
    reader?.close();
    video.srcObject = null;
    access.end();
  };
  const fail = (problem: CameraProblem): void => {
    if (stopped) return;
    stop();
    onProblem(problem);
  };

  const look = async (opened: CodeReader): Promise<void> => {
    const isNew = createRepeatFilter();
    while (!stopped) {
      const picture = video.videoWidth > 0 ? await createImageBitmap(video) : undefined;
      if (stopped) return picture?.close();
      const text = picture && (await opened.read(picture));
      if (!stopped && text !== undefined && isNew(text, performance.now())) onCode(text);
      await pause(betweenPicturesMs);
    }
  };

  const start = async (): Promise<void> => {
    if (!(await access.begin())) return fail('refused');
    // Given back by `stop`: calls keep their order, and another `end` would take it from a camera opened since.
    if (stopped) return;
    const opened = await openStream(deviceId);
    stream = opened;
    if (stopped) {
      for (const track of opened.getTracks()) track.stop();
      return;
    }
    for (const track of opened.getTracks()) track.addEventListener('ended', () => fail('lost'));
    video.srcObject = opened;
    await video.play();
    if (stopped) return;
    const sight = await sightOf(opened);
    if (stopped) return;
    onSight(sight);
    reader = openCodeReader(() => fail('failed'));
    // Stopped while it was started: nobody would close it otherwise.
    if (stopped) return reader.close();
    await look(reader);
  };
  start().catch((error: unknown) => fail(problemOf(error)));
  return { stop };
}
