import { type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { CameraAccessContext } from './camera-access.ts';
import { type CameraProblem, type CameraSight, watchCamera } from './watch-camera.ts';

/** What there is to see of a camera. */
export type CameraState =
  | { readonly phase: 'off' }
  | { readonly phase: 'opening' }
  | ({ readonly phase: 'watching'; readonly readings: number } & CameraSight)
  | { readonly phase: 'problem'; readonly problem: CameraProblem };

const off: CameraState = { phase: 'off' };
const opening: CameraState = { phase: 'opening' };

/**
 * A camera that looks for codes while `active`; off otherwise, and when the screen goes. The picture goes to `video`.
 * A code that is held before it is handed over once, and again after two seconds out of sight.
 */
export function useCamera({
  active,
  video,
  onCode,
}: {
  readonly active: boolean;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly onCode: (text: string) => void;
}) {
  const access = useContext(CameraAccessContext);
  const [state, setState] = useState<CameraState>(off);
  const [attempt, setAttempt] = useState<{ readonly turn: number; readonly deviceId?: string | undefined }>({
    turn: 0,
  });
  const latest = useRef(onCode);
  latest.current = onCode;
  useEffect(() => {
    const element = video.current;
    if (!active || !element) return setState(off);
    if (!access) return setState({ phase: 'problem', problem: 'refused' });
    setState(opening);
    const watching = watchCamera({
      video: element,
      access,
      deviceId: attempt.deviceId,
      onSight: (sight) => setState({ phase: 'watching', readings: 0, ...sight }),
      onProblem: (problem) => setState({ phase: 'problem', problem }),
      onCode: (text) => {
        setState((before) =>
          before.phase === 'watching' ? { ...before, readings: before.readings + 1 } : before,
        );
        latest.current(text);
      },
    });
    return () => watching.stop();
  }, [active, access, video, attempt]);
  return {
    state,
    retry: () => setAttempt(({ turn }) => ({ turn: turn + 1 })),
    /** The next of several cameras. */
    turnToNext: () => {
      if (state.phase !== 'watching') return;
      const { cameras, deviceId } = state;
      const next = cameras[(cameras.indexOf(deviceId ?? '') + 1) % cameras.length];
      setAttempt(({ turn }) => ({ turn: turn + 1, deviceId: next }));
    },
  };
}
