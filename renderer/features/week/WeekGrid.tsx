import Box from '@mui/material/Box';
import type { TFunction } from 'i18next';
import { type KeyboardEvent, memo, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { weekOf } from '#shared/domain/calendar/weeks.ts';
import type { PlannedSession, WeekDay } from '#shared/domain/timetable/planned.ts';
import { cardByKey, firstCard } from './grid-keys.ts';
import { weekLook } from './week-styles.ts';
import type { ClashKinds, RowKind, Week, WeekRow, WeekTable } from './week-table.ts';

type Texts = TFunction<'week'>;

interface WeekGridProps {
  readonly week: Week;
  readonly table: WeekTable;
  readonly by: RowKind;
  readonly today: string;
}

/**
 * The week as a grid. One card is a stop of the Tab key; arrows lead to the others, Enter opens. Where the focus was on
 * a card that is gone with its week, the first card of the new one has it.
 */
export function WeekGrid({ week, table, by, today }: WeekGridProps) {
  const { t } = useTranslation('week');
  const grid = useRef<HTMLTableElement>(null);
  const hadFocus = useRef(false);
  const [chosen, setChosen] = useState<string>();
  const stop = week.sessions.some(({ id }) => id === chosen) ? chosen : firstCard(table, today)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another week is what may take the focused card away
  useLayoutEffect(() => {
    if (!hadFocus.current || grid.current?.contains(document.activeElement)) return;
    if (document.activeElement === document.body)
      grid.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus();
    else hadFocus.current = false;
  }, [table]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.shiftKey || event.metaKey || stop === undefined) return;
    const next = cardByKey(table, stop, event);
    if (!next) return;
    event.preventDefault();
    setChosen(next.id);
    grid.current?.querySelector<HTMLElement>(`a[data-id="${next.id}"]`)?.focus();
  };
  return (
    <Box sx={weekLook}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move from card to card
        role="grid"
        ref={grid}
        aria-label={t(`grid.${by}`, { week: weekOf(week.monday).week })}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          hadFocus.current = true;
          if (target instanceof HTMLElement && target.dataset.id !== undefined) setChosen(target.dataset.id);
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget !== null) hadFocus.current = false;
        }}
      >
        <thead>
          <tr>
            <th scope="col" className="corner">
              {t(`row.${by}`)}
            </th>
            {table.days.map((day) => (
              <DayHead key={day.date} day={day} isToday={day.date === today} />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Row
              key={row.name ?? ''}
              row={row}
              days={table.days}
              by={by}
              t={t}
              kinds={week.clashKinds}
              stop={row.cells.some((cards) => cards.some(({ id }) => id === stop)) ? stop : undefined}
            />
          ))}
        </tbody>
      </table>
    </Box>
  );
}

function DayHead({ day, isToday }: { readonly day: WeekDay; readonly isToday: boolean }) {
  const { t, i18n } = useTranslation('week');
  const weekday = new Date(`${day.date}T12:00:00`).toLocaleDateString(i18n.language, { weekday: 'short' });
  return (
    <th scope="col" className={isToday ? 'today' : undefined} aria-current={isToday ? 'date' : undefined}>
      {weekday} <span className="date">{germanDate(day.date).slice(0, 6)}</span>
      {isToday && <> · {t('today')}</>}
      {day.holiday !== null && <span className="holiday">{day.holiday}</span>}
    </th>
  );
}

interface RowProps {
  readonly row: WeekRow;
  readonly days: readonly WeekDay[];
  readonly by: RowKind;
  /** Passed down: hundreds of cards would each listen for a change of language. */
  readonly t: Texts;
  readonly kinds: ReadonlyMap<string, ClashKinds>;
  /** The card of this row that the Tab key stops at. */
  readonly stop: string | undefined;
}

const Row = memo(function Row({ row, days, by, t, kinds, stop }: RowProps) {
  return (
    <tr>
      <th scope="row">{row.name ?? t(`none.${by}`)}</th>
      {row.cells.map((cards, column) => (
        <td
          key={days[column]?.date}
          className={days[column]?.holiday === null ? undefined : 'holiday-column'}
        >
          {cards.length > 0 && (
            <ul>
              {cards.map((card) => (
                <li key={card.id}>
                  <Card session={card} by={by} t={t} clash={kinds.get(card.id)} isStop={card.id === stop} />
                </li>
              ))}
            </ul>
          )}
        </td>
      ))}
    </tr>
  );
});

interface CardProps {
  readonly session: PlannedSession;
  readonly by: RowKind;
  readonly t: Texts;
  readonly clash: ClashKinds | undefined;
  readonly isStop: boolean;
}

function Card({ session, by, t, clash, isStop }: CardProps) {
  const { id, startsAt, endsAt, groupName, cancelled, moved } = session;
  const beside = by === 'room' ? session.lead : session.room;
  const state = cancelled ? t('cancelled') : moved ? t('moved') : undefined;
  return (
    <Link
      to={`/sessions/${id}`}
      data-id={id}
      tabIndex={isStop ? 0 : -1}
      className={cancelled ? 'cancelled' : clash ? 'clash' : undefined}
    >
      <span className="time">
        <span className="clock">{t('times', { from: clockTime(startsAt), to: clockTime(endsAt) })}</span>
        {state !== undefined && <span className="state"> {state}</span>}
      </span>
      <span className="group">{groupName}</span>
      {beside !== null && <span className="with">{beside}</span>}
      {clash && <ClashMark clash={clash} t={t} />}
    </Link>
  );
}

function ClashMark({ clash, t }: { readonly clash: ClashKinds; readonly t: Texts }) {
  const kinds = (['room', 'lead', 'people'] as const).filter((kind) => clash[kind]);
  return (
    <span className="mark">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M1 21h22L12 2zm12-3h-2v-2h2zm0-4h-2v-4h2z" />
      </svg>
      {t('clashes.mark', { what: kinds.map((kind) => t(`clashes.${kind}`)).join(', ') })}
    </span>
  );
}
