import type { RouteObject } from 'react-router';
import { RollCallPage } from '#renderer/features/attendance/RollCallPage.tsx';
import { ImportPage } from '#renderer/features/import/ImportPage.tsx';
import { TodayPage } from '#renderer/features/today/TodayPage.tsx';
import { AppFrame } from './frame/AppFrame.tsx';
import { MissingPage } from './open/MissingPage.tsx';

/** Every screen by its address. */
export function routes(rebuiltRows: number | null): RouteObject[] {
  return [
    {
      path: '/',
      element: <AppFrame rebuiltRows={rebuiltRows} />,
      children: [
        { index: true, element: <TodayPage /> },
        { path: 'people/import', element: <ImportPage /> },
        { path: 'sessions/:id', element: <RollCallPage /> },
        { path: '*', element: <MissingPage /> },
      ],
    },
  ];
}
