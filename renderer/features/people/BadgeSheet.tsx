import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { activeBadges, issuedOn } from '#shared/domain/badges/active-badges.ts';
import { inFours } from '#shared/domain/digits.ts';
import { isActiveBadge } from '#shared/domain/records/badge.ts';
import { hasDeparted } from '#shared/domain/records/participant.ts';

/** The badge that a person carries: print it, replace a lost one, issue the first. */
export function BadgeSheet({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('badges');
  const { clock, commands, directory } = useServices();
  const badges = useEntries('badge');
  const own = useMemo(
    () => badges.filter(({ participantId }) => participantId === personId),
    [badges, personId],
  );
  const badge = activeBadges(own).get(personId);
  const ended = own.filter((one) => !isActiveBadge(one)).length;
  const person = directory.get('participant', personId);
  const mayIssue = commands.allows('badge.issue') && person && !hasDeparted(person, clock.today());
  const print = useRef<HTMLAnchorElement>(null);
  const replace = useReplacing(personId, () => print.current?.focus());
  return (
    <Sheet>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('person.title')}
      </Typography>
      <Typography>
        {badge
          ? t('person.since', { date: issuedOn(badge) })
          : t(mayIssue ? 'person.none' : 'person.noneDeparted')}
      </Typography>
      {badge && (
        <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {t('person.number', { number: inFours(badge.number) })}
        </Typography>
      )}
      {ended > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('person.ended', { count: ended })}
        </Typography>
      )}
      {mayIssue && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
          <Button
            ref={print}
            component={Link}
            to={`/badges?person=${personId}`}
            variant="outlined"
            startIcon={<PrintOutlined />}
          >
            {t(badge ? 'person.print' : 'person.issue')}
          </Button>
          {badge && <Button onClick={() => void replace()}>{t('person.lost')}</Button>}
        </Box>
      )}
    </Sheet>
  );
}

/** A lost badge is dead at once; for ten seconds it can be brought back. */
function useReplacing(participantId: string, onReplaced: () => void): () => Promise<void> {
  const { t } = useTranslation('badges');
  const { commands } = useServices();
  const failureText = useFailureText();
  const offerUndo = useUndo();
  const say = useNotice();
  return async () => {
    const replaced = await commands.execute('badge.replace', { participantId });
    if (!replaced.ok) return say(failureText(replaced.error), 'error');
    // Printing the new one is what comes next.
    onReplaced();
    const { id, lost } = replaced.value;
    offerUndo(t('person.replaced'), () => {
      void commands.execute('badge.reinstate', { id, lost }).then((taken) => {
        if (!taken.ok) say(failureText(taken.error), 'error');
      });
    });
  };
}
