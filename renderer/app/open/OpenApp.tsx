import { useState } from 'react';
import { createHashRouter, RouterProvider } from 'react-router';
import { PrintCentreProvider } from '#renderer/documents/desk/PrintCentreProvider.tsx';
import { AppServicesContext } from '#renderer/services/use-services.ts';
import { NoticeProvider } from '#renderer/ui/notice.tsx';
import { UndoProvider } from '#renderer/ui/undo.tsx';
import type { AppServices } from '#shared/ports/app-services.ts';
import { routes } from '../routes.tsx';
import { FacilityGate } from './FacilityGate.tsx';
import { IdleWarning } from './IdleWarning.tsx';

interface OpenAppProps {
  readonly services: AppServices;
  readonly rebuiltRows: number | null;
}

/** The unlocked app: services, undo, notices, what is being printed, the idle lock, and the screens. */
export function OpenApp({ services, rebuiltRows }: OpenAppProps) {
  const [router] = useState(() => createHashRouter(routes(rebuiltRows)));
  return (
    <AppServicesContext value={services}>
      <NoticeProvider>
        <UndoProvider>
          <PrintCentreProvider>
            <FacilityGate>
              <RouterProvider router={router} />
            </FacilityGate>
          </PrintCentreProvider>
          <IdleWarning />
        </UndoProvider>
      </NoticeProvider>
    </AppServicesContext>
  );
}
