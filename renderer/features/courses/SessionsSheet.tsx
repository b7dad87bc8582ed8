import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { PlanSessionForm } from './PlanSessionForm.tsx';
import { SessionWeeks } from './SessionWeeks.tsx';
import type { PlannedSession } from './use-group-sessions.ts';

interface SessionsSheetProps {
  readonly group: CourseGroupEntry;
  readonly sessions: readonly PlannedSession[] | undefined;
}

/** When the group meets: plan a session, open one for its attendance. */
export function SessionsSheet({ group, sessions }: SessionsSheetProps) {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const heading = useId();
  const [planning, setPlanning] = useState(false);
  const planButton = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setPlanning(false);
    requestAnimationFrame(() => planButton.current?.focus());
  };
  const isEmpty = sessions?.length === 0;
  const taking = sessions?.filter(({ session }) => !session.cancelled) ?? [];
  const units = taking.reduce((sum, { session }) => sum + unitsOffered(session), 0);
  return (
    <Sheet sx={{ p: 2 }}>
      <section aria-labelledby={heading}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1, minHeight: 40 }}>
          <Box sx={{ flex: 1 }}>
            <Typography variant="h2" id={heading}>
              {t('sessions.title')}
            </Typography>
            {taking.length > 0 && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('plan.sessions', { count: taking.length, units: t('units', { count: units }) })}
              </Typography>
            )}
          </Box>
          {commands.allows('session.plan') && !planning && (
            <Button
              ref={planButton}
              variant={isEmpty ? 'contained' : 'outlined'}
              startIcon={<Add />}
              onClick={() => setPlanning(true)}
            >
              {t('sessions.plan')}
            </Button>
          )}
        </Box>
        {planning && sessions && <PlanSessionForm group={group} sessions={sessions} onClose={close} />}
        {isEmpty && !planning && (
          <Typography sx={{ color: 'text.secondary' }}>{t('sessions.emptyText')}</Typography>
        )}
        {sessions && sessions.length > 0 && <SessionWeeks group={group} sessions={sessions} />}
      </section>
    </Sheet>
  );
}
