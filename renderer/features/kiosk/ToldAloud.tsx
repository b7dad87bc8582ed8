import Box from '@mui/material/Box';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';
import type { KioskView } from './kiosk-flow.ts';
import { useSpoken } from './spoken.ts';

/** What happened, for screen readers, in the language of the person it is told to. */
export function ToldAloud({ view, closed }: { readonly view: KioskView; readonly closed: boolean }) {
  const { t, attributes } = useSpoken();
  return (
    <Box role="status" aria-atomic="true" {...attributes} sx={visuallyHidden}>
      {closed && <p>{t('askStaff')}</p>}
      {(view.kind === 'done' || view.kind === 'again' || view.kind === 'later') && (
        <>
          <p>
            <bdi>{view.firstName}</bdi>
          </p>
          <p>{t(view.kind)}</p>
          <p lang="de">{view.session.title}</p>
          {view.session.room !== null && <p>{t('room', { room: view.session.room })}</p>}
        </>
      )}
      {view.kind === 'choose' && <p>{t(view.walkIns ? 'walkIns' : 'choose')}</p>}
      {(view.kind === 'unknown' || view.kind === 'nothing' || view.kind === 'failed') && (
        <>
          <p>{t(view.kind)}</p>
          <p>{t('desk')}</p>
        </>
      )}
    </Box>
  );
}
