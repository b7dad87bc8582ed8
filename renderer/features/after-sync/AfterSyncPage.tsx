import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import type { FoundTask } from '#renderer/services/after-sync/found-task.ts';
import { useAfterSync } from '#renderer/services/after-sync/use-after-sync.ts';
import { OverwrittenEdits } from '#renderer/services/overwritten/OverwrittenEdits.tsx';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';

/** `/after-sync`: what workstations, each right by itself, have made wrong together, and what was overwritten unseen. */
export function AfterSyncPage() {
  const { t } = useTranslation('sync');
  const found = useAfterSync();
  const title = t('after.title');
  const back = { label: t('after.back'), to: '/' };
  if (!found)
    return (
      <Page title={title} back={back}>
        {null}
      </Page>
    );
  const { tasks, overwritten } = found;
  return (
    <Page title={title} back={back}>
      <Typography sx={{ color: 'text.secondary', mt: -1, mb: 2, maxWidth: 800 }}>
        {t('after.text')}
      </Typography>
      {tasks.length === 0 && overwritten.length === 0 && (
        <Sheet>
          <EmptyState
            icon={<CheckCircleOutlined />}
            title={t('after.noneTitle')}
            text={t('after.noneText')}
          />
        </Sheet>
      )}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {tasks.length > 0 && <Tasks tasks={tasks} />}
        {overwritten.length > 0 && (
          <Sheet>
            <Typography variant="h2" sx={{ mb: 0.5 }}>
              {t('after.overwritten')}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, maxWidth: 800 }}>
              {t('after.overwrittenText')}
            </Typography>
            {overwritten.map(({ of, place }) => (
              <Box key={`${of.kind} ${of.id}`} component="section">
                <Typography component="h3" sx={{ fontWeight: 600 }}>
                  {place.to === undefined ? (
                    place.name
                  ) : (
                    <Link component={RouterLink} to={place.to}>
                      {place.name}
                    </Link>
                  )}
                </Typography>
                <OverwrittenEdits of={[of]} saysPresent />
              </Box>
            ))}
          </Sheet>
        )}
      </Box>
    </Page>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly FoundTask[] }) {
  const { t } = useTranslation('sync');
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Sheet>
      <Typography ref={heading} tabIndex={-1} variant="h2" sx={{ mb: 1, outline: 'none' }}>
        {t('after.tasks', { count: tasks.length })}
      </Typography>
      <Box component="ul" aria-label={t('after.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {tasks.map((found) => (
          <Task key={found.key} found={found} onSettled={() => heading.current?.focus()} />
        ))}
      </Box>
    </Sheet>
  );
}

interface TaskProps {
  readonly found: FoundTask;
  readonly onSettled: () => void;
}

function Task({ found, onSettled }: TaskProps) {
  const { t } = useTranslation('sync');
  const { commands } = useServices();
  const say = useNotice();
  const failureText = useFailureText();
  const { task, values, links } = found;
  const sentence = t(`after.task.${task.kind}`, values);
  const settle = async (): Promise<void> => {
    const answer = await commands.execute('mergeTask.settle', { kind: task.kind, ids: [...task.ids] });
    if (!answer.ok) return say(failureText(answer.error), 'error');
    say(t('after.settled'));
    onSettled();
  };
  return (
    <Box component="li" sx={taskLook}>
      <Box sx={{ flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography>{sentence}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`after.todo.${task.kind}`)}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
          {links.map(({ to, name }) => (
            <Link key={to} component={RouterLink} to={to} sx={{ minHeight: 24 }}>
              {name === '' ? t('after.duplicates') : name}
            </Link>
          ))}
        </Box>
      </Box>
      {commands.allows('mergeTask.settle') && (
        <Button
          variant="outlined"
          aria-label={t('after.settleOf', { sentence })}
          onClick={() => void settle()}
        >
          {t('after.settle')}
        </Button>
      )}
    </Box>
  );
}

const taskLook = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  py: 1.5,
  borderTop: 1,
  borderColor: 'line.soft',
  '&:first-of-type': { borderTop: 0 },
} as const;
