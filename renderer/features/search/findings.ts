import type { TFunction } from 'i18next';
import { looksLikeListCode, parseListCode } from '#shared/domain/attendance/list-number.ts';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { inFours } from '#shared/domain/digits.ts';
import type { PersonEntry, SessionEntry } from '#shared/domain/directory.ts';
import { foldName } from '#shared/domain/names/fold.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

export type Section = 'lists' | 'people' | 'sessions' | 'groups' | 'offers' | 'deeds';

/** Something that search found: where it leads, or what it does. */
export interface Finding {
  readonly id: string;
  readonly section: Section;
  readonly title: string;
  /** The name in its own script, in its own direction. */
  readonly original?: string | undefined;
  readonly details: readonly string[];
  readonly target: { readonly to: string } | { readonly deed: 'lock' | 'help' };
}

/** So many people are shown. */
export const mostPeople = 8;
const mostOthers = 6;

const birthText = ({ birth }: PersonEntry): string[] =>
  birth.kind === 'date' ? [germanDate(birth.date)] : birth.kind === 'year' ? [String(birth.year)] : [];

function people(found: readonly PersonEntry[], t: TFunction<'app'>): Finding[] {
  return found.map((person) => ({
    id: person.id,
    section: 'people',
    title: listName(person),
    original: person.original ?? undefined,
    details: [
      ...birthText(person),
      ...(person.room === null ? [] : [t('search.bedroom', { room: person.room })]),
      ...(person.number === null ? [] : [person.number]),
    ],
    target: { to: `/people/${person.id}` },
  }));
}

/** A printed list whose number was typed or scanned. */
function lists({ commands }: AppServices, text: string, t: TFunction<'app'>): Finding[] {
  const code = commands.allows('attendance.record') ? parseListCode(text) : undefined;
  if (!code) return [];
  return [
    {
      id: code.number,
      section: 'lists',
      title: t('search.list', { number: inFours(code.number) }),
      details: [t('search.listPage', { page: code.page })],
      target: { to: `/lists/${code.number}?page=${code.page}` },
    },
  ];
}

/** The sentence for a text that nothing fits. */
export function nothingText(text: string, t: TFunction<'app'>): string {
  return looksLikeListCode(text) && !parseListCode(text) ? t('search.wrongList') : t('search.nothing');
}

/** Ways to go and things to do, each only where the role can use it. */
function deeds({ commands }: AppServices, t: TFunction<'app'>): Finding[] {
  const deed = (name: string, title: string, target: Finding['target'], allowed = true): Finding[] =>
    allowed ? [{ id: name, section: 'deeds', title, details: [], target }] : [];
  return [
    ...deed('newPerson', t('today.newPerson'), { to: '/people/new' }, commands.allows('participant.create')),
    ...deed('import', t('today.import'), { to: '/people/import' }, commands.allows('participant.import')),
    ...deed('newOffer', t('search.newOffer'), { to: '/courses/offers/new' }, commands.allows('offer.save')),
    ...deed(
      'newGroup',
      t('today.newGroup'),
      { to: '/courses/groups/new' },
      commands.allows('courseGroup.save'),
    ),
    ...deed(
      'duplicates',
      t('search.duplicates'),
      { to: '/people/duplicates' },
      commands.allows('participant.distinguish'),
    ),
    ...deed(
      'walkIns',
      t('search.walkIns'),
      { to: '/attendance/walk-ins' },
      commands.allows('attendance.linkWalkIn'),
    ),
    ...deed('badges', t('search.badges'), { to: '/badges' }, commands.allows('badge.issue')),
    ...deed('kiosk', t('search.kiosk'), { to: '/kiosk' }, commands.allows('kiosk.start')),
    ...deed('today', t('navigation.today'), { to: '/' }),
    ...deed('check-in', t('navigation.check-in'), { to: '/check-in' }, commands.allows('attendance.checkIn')),
    ...deed('people', t('navigation.people'), { to: '/people' }),
    ...deed('courses', t('navigation.courses'), { to: '/courses' }, commands.allows('session.plan')),
    ...deed(
      'certificates',
      t('navigation.certificates'),
      { to: '/certificates' },
      commands.allows('certificate.print'),
    ),
    ...deed(
      'reports',
      t('search.dayReport'),
      { to: '/reports/day' },
      commands.allows('dayReport.giveCounts'),
    ),
    ...deed('help', t('menu.help'), { deed: 'help' }),
    ...deed('lock', t('lock.button'), { deed: 'lock' }),
  ];
}

function sessionsToday(
  { directory }: AppServices,
  sessions: readonly SessionEntry[],
  t: TFunction<'app'>,
): Finding[] {
  return sessions.map((session) => ({
    id: session.id,
    section: 'sessions',
    title: directory.get('courseGroup', session.groupId)?.name ?? '',
    details: [
      t('today.times', { from: clockTime(session.startsAt), to: clockTime(session.endsAt) }),
      ...(session.room === null ? [] : [t('today.room', { room: session.room })]),
      ...(session.cancelled ? [t('today.cancelled')] : []),
    ],
    target: { to: `/sessions/${session.id}` },
  }));
}

function courses({ directory }: AppServices): Finding[] {
  return [
    ...directory.list('courseGroup').map(
      ({ id, name, offerId }): Finding => ({
        id,
        section: 'groups',
        title: name,
        details: [directory.get('offer', offerId)?.title ?? ''],
        target: { to: `/courses/groups/${id}` },
      }),
    ),
    ...directory.list('offer').map(
      ({ id, title }): Finding => ({
        id,
        section: 'offers',
        title,
        details: [],
        target: { to: `/courses/offers/${id}` },
      }),
    ),
  ];
}

/**
 * What fits the text, in the order it is shown. Without a text: today's sessions and what can be done.
 * @param sessions today's
 * @param persons who fits the text, at most `mostPeople`
 */
export function findings(
  services: AppServices,
  sessions: readonly SessionEntry[],
  persons: readonly PersonEntry[],
  text: string,
  t: TFunction<'app'>,
): readonly Finding[] {
  const sought = foldName(text.trim());
  const fits = ({ title }: Finding): boolean => foldName(title).includes(sought);
  const first = (section: Section, found: readonly Finding[]): Finding[] =>
    found.filter((finding) => finding.section === section && fits(finding)).slice(0, mostOthers);
  const planned = sessionsToday(services, sessions, t);
  const possible = deeds(services, t);
  if (sought === '') return [...first('sessions', planned), ...possible];
  const known = courses(services);
  return [
    ...lists(services, text, t),
    ...people(persons, t),
    ...first('sessions', planned),
    ...first('groups', known),
    ...first('offers', known),
    ...first('deeds', possible),
  ];
}
