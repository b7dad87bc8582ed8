import { createContext } from 'react';

/** The way to the camera: main gives it only between the two calls. */
export interface CameraAccess {
  /** Resolves to whether the camera may be asked for now. */
  begin(): Promise<boolean>;
  end(): void;
}

/** Given by the app; without it there is no camera. */
export const CameraAccessContext = createContext<CameraAccess | undefined>(undefined);
