import Box from '@mui/material/Box';
import { useSyncExternalStore } from 'react';
import { useServices } from '#renderer/services/use-services.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import type { RollCall } from './roll-call.ts';
import { useRecordedText } from './use-mark-text.ts';

interface RowDetailProps {
  readonly rollCall: RollCall;
  readonly person: PersonEntry | undefined;
}

/** Who recorded the person who has the focus, and when. */
export function RowDetail({ rollCall, person }: RowDetailProps) {
  const { signedIn, clock } = useServices();
  const recordedText = useRecordedText(signedIn.accountId, clock.today());
  useSyncExternalStore(rollCall.subscribe, rollCall.version);
  const recorded = person && recordedText(rollCall.row(person.id));
  return (
    <Box data-recorded sx={{ minHeight: 22, mt: 0.5, fontSize: '0.8125rem', color: 'text.secondary' }}>
      {person && recorded && (
        <>
          <bdi>{listName(person)}</bdi>
          {` · ${recorded}`}
        </>
      )}
    </Box>
  );
}
