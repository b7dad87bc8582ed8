import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import PendingOutlined from '@mui/icons-material/PendingOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import type { SessionRow } from './day-view.ts';

interface SessionListProps {
  readonly rows: readonly SessionRow[];
  readonly label: string;
  /** The one that has the focus at first. */
  readonly focusedId?: string | undefined;
  readonly withDate?: boolean;
}

/** Sessions, each a link to its roll call. */
export function SessionList({ rows, label, focusedId, withDate = false }: SessionListProps) {
  return (
    <Sheet padded={false}>
      <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <Box
            component="li"
            key={row.session.id}
            sx={{ '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'line.soft' } }}
          >
            <SessionLink row={row} withDate={withDate} focused={row.session.id === focusedId} />
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}

/** Takes the focus from the page's heading, not from someone who is already elsewhere. */
function takeFocus(link: HTMLElement | null): void {
  const active = document.activeElement;
  if (active === document.body || active?.tagName === 'H1') link?.focus();
}

function SessionLink({
  row,
  withDate,
  focused,
}: {
  readonly row: SessionRow;
  readonly withDate: boolean;
  readonly focused: boolean;
}) {
  const { t } = useTranslation('app');
  const { session, groupName, offerTitle, lead } = row;
  return (
    <ButtonBase
      component={Link}
      to={`/sessions/${session.id}`}
      ref={focused ? takeFocus : undefined}
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: '1fr auto',
          md: `${withDate ? '200px' : '120px'} minmax(0, 1fr) 140px 200px`,
        },
        alignItems: 'center',
        columnGap: 2,
        width: '100%',
        minHeight: 52,
        px: 2.5,
        py: 0.75,
        textAlign: 'start',
        '&:hover': { bgcolor: 'action.hover' },
        '&.Mui-focusVisible': { outlineOffset: '-2px' },
      }}
    >
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>
        {withDate && (
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary', mr: 1 }}>
            {germanDate(session.date)}
          </Box>
        )}
        {t('today.times', { from: clockTime(session.startsAt), to: clockTime(session.endsAt) })}
      </Box>
      <Box
        component="span"
        sx={{ minWidth: 0, gridColumn: { xs: '1 / -1', md: 'auto' }, gridRow: { xs: 2, md: 'auto' } }}
      >
        <Box component="span" sx={{ display: 'block', fontWeight: 600, overflowWrap: 'anywhere' }}>
          {groupName}
        </Box>
        <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}>
          {lead === null ? offerTitle : `${offerTitle} · ${lead}`}
        </Box>
      </Box>
      <Box component="span" sx={{ color: 'text.secondary', display: { xs: 'none', md: 'block' } }}>
        {session.room === null ? '' : t('today.room', { room: session.room })}
        {session.moved && (
          <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color: 'waits.text' }}>
            <EventRepeatOutlined aria-hidden sx={{ fontSize: 18 }} />
            {t('today.moved')}
          </Box>
        )}
      </Box>
      <Recorded row={row} overdue={withDate} />
    </ButtonBase>
  );
}

/** How many have a mark: icon, words and colour. */
function Recorded({ row, overdue }: { readonly row: SessionRow; readonly overdue: boolean }) {
  const { t } = useTranslation('app');
  const { session, enrolled, recorded, others, closed } = row;
  const { Icon, colour } = lookOf(row, overdue);
  const extra = others > 0 ? t('today.others', { count: others }) : undefined;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        justifySelf: { xs: 'end', md: 'start' },
        color: colour,
        fontSize: '0.875rem',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18 }} />
      <span>
        {session.cancelled
          ? t('today.cancelled')
          : enrolled === 0
            ? t('today.nobodyEnrolled')
            : t('today.recorded', { recorded, count: enrolled })}
        {extra !== undefined && (
          <Box component="span" sx={{ display: 'block' }}>
            {extra}
          </Box>
        )}
        {closed && (
          <Box component="span" sx={{ display: 'block' }}>
            {t('today.closed')}
          </Box>
        )}
      </span>
    </Box>
  );
}

function lookOf({ session, enrolled, recorded, closed }: SessionRow, overdue: boolean) {
  if (session.cancelled) return { Icon: EventBusyOutlined, colour: 'text.secondary' };
  if (closed) return { Icon: LockOutlined, colour: 'status.present.text' };
  if (enrolled > 0 && recorded === enrolled)
    return { Icon: CheckCircleOutlined, colour: 'status.present.text' };
  return { Icon: PendingOutlined, colour: overdue || recorded > 0 ? 'waits.text' : 'text.secondary' };
}
