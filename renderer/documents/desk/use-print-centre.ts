import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PrintCentre, PrintJob } from './print-centre.ts';

export const PrintCentreContext = createContext<PrintCentre | undefined>(undefined);

/** Where documents are handed in to be printed. Throws outside `PrintCentreProvider`. */
export function usePrintCentre(): PrintCentre {
  const centre = useContext(PrintCentreContext);
  if (!centre) throw new Error('used outside PrintCentreProvider');
  return centre;
}

/** The jobs on their way, kept up to date. */
export function usePrintJobs(): readonly PrintJob[] {
  const centre = usePrintCentre();
  return useSyncExternalStore(centre.subscribe, centre.current);
}
