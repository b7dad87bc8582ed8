import type {
  GroupRoster,
  PrintedLists,
  PrintedPerson,
  PrintedSignatureList,
  SignatureLists,
  WeekPlan,
} from '#renderer/documents/lists/printed-lists.ts';

const printed = { facility: 'ZUE Münster', printedOn: '2026-11-23' };

const families = ['Şahin', 'Yıldız', 'Doğan', 'Wałęsa', 'Đorđević', 'Əliyev', 'Haddad', 'Шевченко'];
const givens = ['Ayşe', 'Nurhan Ilgın', 'Łukasz', 'Đỗ Thị Hương', 'Mohammed', 'Юлія', 'Khaled', 'Amina'];

/** People whose names carry the letters that lists most often lose. */
export const people = (count: number): PrintedPerson[] =>
  Array.from({ length: count }, (_, at) => ({
    family: at % 9 === 5 ? null : `${families[at % families.length]}${at >= 8 ? `-${at + 1}` : ''}`,
    given: givens[(at * 3) % givens.length] ?? '',
  }));

/** A number that the check digit accepts. */
export const listNumber = '471108151231';

export const signatureList = (
  count: number,
  changes: Partial<PrintedSignatureList> = {},
): PrintedSignatureList => ({
  number: listNumber,
  session: {
    ...{ date: '2026-11-23', startsAt: 540, endsAt: 735, units: 4 },
    ...{ offer: 'Erstorientierungskurs', group: 'Erstorientierung, Vormittag', room: 'R 12' },
    ...{ lead: 'M. Brandt', module: 'Alltag und Wohnen' },
  },
  people: people(count),
  ...changes,
});

export const signatureLists = (...lists: PrintedSignatureList[]): SignatureLists => ({
  ...printed,
  kind: 'signature-lists',
  lists,
});

export const signatureForm: PrintedLists = { ...printed, kind: 'signature-form' };

export const groupRoster = (count: number, changes: Partial<GroupRoster> = {}): GroupRoster => ({
  ...printed,
  kind: 'group-roster',
  ...{
    group: 'Erstorientierung, Vormittag',
    offer: 'Erstorientierungskurs',
    room: 'R 12',
    lead: 'M. Brandt',
  },
  ...{ startsOn: '2026-11-02', endsOn: '2027-02-26', asOf: '2026-11-23' },
  slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: 540, endsAt: 735 })),
  people: people(count).map((person, at) => ({ ...person, number: `Z-${1000 + at}` })),
  ...changes,
});

const planned = (date: string, startsAt: number, group: string, lead: string | null, cancelled = false) => ({
  ...{ date, startsAt, endsAt: startsAt + 105, group, lead, cancelled },
});
const days = ['23', '24', '25', '26', '27'].map((day) => `2026-11-${day}`);

export const weekPlan = (changes: Partial<WeekPlan> = {}): WeekPlan => ({
  ...printed,
  ...{ kind: 'week-plan', layout: 'all', week: 48 },
  days: days.map((date) => ({ date, holiday: null })),
  rooms: ['R 9', 'R 10', 'R 12', 'Werkstatt', null].map((room, at) => ({
    room,
    sessions: days.flatMap((date, day) => [
      planned(date, 540, `Deutsch A1, Gruppe ${at + 1}`, 'M. Brandt', day === 2 && at === 1),
      ...(day % 2 === 0 ? [planned(date, 660, 'Erstorientierung, Nachmittag', 'S. Öztürk')] : []),
      ...(at === 3 && day === 3 ? [planned(date, 840, 'Holz und Metall', null)] : []),
    ]),
  })),
  ...changes,
});

export const dayOverview = (count: number): Extract<PrintedLists, { kind: 'day-overview' }> => ({
  ...printed,
  ...{ kind: 'day-overview', date: '2026-11-23', holiday: null },
  sessions: Array.from({ length: count }, (_, at) => ({
    ...{ startsAt: 480 + at * 10, endsAt: 585 + at * 10, cancelled: at === 2, expected: 12 + (at % 9) },
    ...{ group: `Deutsch A1, Gruppe ${at + 1}`, offer: 'Deutsch für den Alltag' },
    ...{ room: at === 1 ? null : `R ${at + 1}`, lead: at === 3 ? null : 'M. Brandt' },
  })),
});
