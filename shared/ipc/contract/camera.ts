import { z } from 'zod';
import { call } from './define.ts';

export const cameraContract = {
  /**
   * The window is about to scan codes: from now on main lets it have the camera's picture, never sound, until
   * `camera.end` or until its page is thrown away.
   */
  'camera.begin': call(z.void(), z.void()),
  'camera.end': call(z.void(), z.void()),
} as const;
