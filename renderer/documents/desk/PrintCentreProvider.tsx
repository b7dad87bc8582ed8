import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { PrintStatus } from './PrintStatus.tsx';
import { PrintCentre } from './print-centre.ts';
import { PrintCentreContext } from './use-print-centre.ts';

/**
 * Gives the print centre to all screens and shows its jobs in the corner. Lives above the screens, so that a job
 * outlives the one it came from, and below the lock, which ends it.
 */
export function PrintCentreProvider({ children }: { readonly children: ReactNode }) {
  const { documents } = useServices();
  const { t } = useTranslation('printing');
  const say = useNotice();
  const tell = useRef({ say, t });
  tell.current = { say, t };
  const [centre, setCentre] = useState<PrintCentre>();
  useEffect(() => {
    const made = new PrintCentre(documents, (ending) => {
      const { say: sayNow, t: text } = tell.current;
      sayNow(text(ending === 'handed-over' ? 'told.handedOver' : 'told.cancelled'));
    });
    setCentre(made);
    return () => made.close();
  }, [documents]);
  if (!centre) return null;
  return (
    <PrintCentreContext value={centre}>
      {children}
      <PrintStatus />
    </PrintCentreContext>
  );
}
