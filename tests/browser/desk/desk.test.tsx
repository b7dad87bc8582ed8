import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import {
  deskDay,
  field,
  fieldElement,
  handed,
  leave,
  logged,
  openDesk,
  press,
  said,
  saidLook,
  scan,
  type,
  until,
} from './desk-cases.tsx';

beforeEach(() => page.viewport(1366, 768));
afterEach(leave);

const marksOf = async (
  { services, sessions }: Awaited<ReturnType<typeof deskDay>>,
  of: keyof typeof sessions,
) => {
  const sheet = await services.records.get('attendanceSheet', sessions[of]);
  return Object.values(sheet?.entries ?? {}).map(({ participantId, name, mark, late }) => ({
    who: participantId ?? name,
    mark,
    late,
  }));
};
const verdict = (): string | undefined =>
  document.querySelector<HTMLElement>('[data-verdict]')?.dataset.verdict;
const saved = (): Promise<void> => until(() => ['done', 'late'].includes(saidLook() ?? ''));

describe('by keyboard', () => {
  it('two letters and Enter check a known person in; the one who is awaited stands first', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await expect.element(field()).toHaveFocus();
    await type('am');
    expect(verdict()).toBe('check-in');
    await press('Enter');
    await saved();
    expect(said()).toContain('Haddad, Amina: eingecheckt');
    expect(said()).toContain('Deutsch, 9:00 Uhr, Raum R 12');
    expect(await marksOf(day, 'german')).toContainEqual({
      who: day.people.awaited,
      mark: 'present',
      late: null,
    });
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue('');
  });

  it('late is said with its minutes', async () => {
    const day = await deskDay();
    day.now.setHours(9, 31);
    await openDesk(day.services);
    await type('am');
    await press('Enter');
    await saved();
    expect(said()).toContain('eingecheckt, 31 Min. zu spät');
    expect(await marksOf(day, 'german')).toContainEqual({ who: day.people.awaited, mark: 'late', late: 31 });
  });

  it('several sessions are chosen by a digit', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await type('bil');
    expect(verdict()).toBe('choose');
    await press('Enter');
    await expect.element(page.getByRole('option')).toHaveLength(2);
    await type('2');
    await saved();
    const there = [...(await marksOf(day, 'german')), ...(await marksOf(day, 'football'))];
    expect(there.filter(({ who }) => who === day.people.double)).toHaveLength(1);
  });

  it('who has no place comes in by one more Enter, into what welcomes them', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await type('ch');
    expect(verdict()).toBe('walk-in');
    await press('Enter');
    await expect
      .element(page.getByText('Okoro, Chidi hat hier keinen Platz. Trotzdem aufnehmen?'))
      .toBeVisible();
    await press('Enter');
    await saved();
    expect(await marksOf(day, 'football')).toEqual([
      { who: day.people.stranger, mark: 'present', late: null },
    ]);
  });

  it('a held Enter does not confirm', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await type('ch');
    await press('Enter');
    for (let turn = 0; turn < 5; turn += 1) await press('Enter', { repeat: true });
    expect(document.querySelector('[data-choice]')).not.toBeNull();
    expect(await marksOf(day, 'football')).toEqual([]);
  });

  it('a full session takes a deliberate key', async () => {
    const day = await deskDay();
    await day.done('attendance.count', { sessionId: day.sessions.german, people: 2, reason: null });
    const { services } = day;
    await services.commands.execute('attendance.count', {
      sessionId: day.sessions.german,
      people: 2,
      reason: null,
    });
    await openDesk(services, { address: `/check-in?session=${day.sessions.german}` });
    await type('ch');
    expect(verdict()).toBe('full');
    await press('Enter');
    await press('Enter');
    await type('1');
    await until(() => fieldElement().value === '');
    expect(document.querySelector('[data-choice=full]')).not.toBeNull();
    await press('Enter', { shiftKey: true });
    await saved();
    expect(await marksOf(day, 'german')).toContainEqual({
      who: day.people.stranger,
      mark: 'present',
      late: null,
    });
  });

  it('who is there already hears since when, and nothing is written', async () => {
    const day = await deskDay();
    const hand = handed(day.services);
    await openDesk(hand.services);
    await type('jan');
    expect(verdict()).toBe('already');
    await press('Enter');
    await until(() => said().includes('schon da seit 9:05 Uhr'));
    expect(hand.asked).toEqual([]);
  });

  it('without a session now the next one is named; who left is said to have left', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await day.services.commands.execute('participant.view', { ids: [] });
    await type('dar');
    expect(verdict()).toBe('departed');
    await press('Enter');
    expect(said()).toContain('ausgezogen am 20.11.2026');
    day.now.setHours(11, 0);
    await type('gen');
    expect(verdict()).toBe('no-session');
    await press('Enter');
    expect(said()).toContain('nächster: Theater, 13:30 Uhr, Raum Saal');
  });

  it('a name that nobody has: name, Enter, Enter', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await type('Noor Zed');
    await press('Enter');
    await press('Enter');
    await saved();
    expect(await marksOf(day, 'football')).toEqual([{ who: 'Noor Zed', mark: 'present', late: null }]);
  });

  it('two of one name are told apart before Enter takes one', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await type('far');
    expect(document.body.textContent).toContain('geboren 1961');
    expect(document.body.textContent).toContain('geboren 1999');
    await press('Enter');
    await expect.element(page.getByText(/Mehrere Personen heißen so/)).toBeVisible();
    await press('ArrowDown');
    await press('Enter');
    await press('Enter');
    await saved();
    expect(await marksOf(day, 'football')).toEqual([
      { who: day.people.younger, mark: 'present', late: null },
    ]);
  });

  it('Shift+Enter asks for another session than the one that fits', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await type('am');
    await press('Enter', { shiftKey: true });
    await press('ArrowDown');
    await press('Enter');
    await saved();
    expect(await marksOf(day, 'football')).toEqual([
      { who: day.people.awaited, mark: 'present', late: null },
    ]);
  });

  it('Escape clears', async () => {
    await openDesk((await deskDay()).services);
    await type('am');
    await press('Escape');
    await expect.element(field()).toHaveValue('');
    expect(page.getByRole('option').query()).toBeNull();
  });
});

describe('undo', () => {
  it('one key takes the last back, exactly', async () => {
    const day = await deskDay();
    const excused = { participantId: day.people.awaited, mark: 'excused', late: null, early: null } as const;
    const record = { sessionId: day.sessions.german, marks: [excused], reason: null };
    await day.services.commands.execute('attendance.record', record);
    await openDesk(day.services);
    await type('am');
    await press('Enter');
    await saved();
    await press('F8');
    await until(() => saidLook() === 'undone');
    expect(await marksOf(day, 'german')).toContainEqual({
      who: day.people.awaited,
      mark: 'excused',
      late: null,
    });
  });

  it('Ctrl+Z does the same in the empty field, and is the text’s own in a text', async () => {
    const day = await deskDay();
    const hand = handed(day.services);
    await openDesk(hand.services);
    await type('am');
    await press('Enter');
    await saved();
    await type('x');
    await press('z', { ctrlKey: true });
    expect(hand.asked.map(({ name }) => name)).toEqual(['attendance.checkIn']);
    await press('Escape');
    await press('z', { ctrlKey: true });
    await until(() => saidLook() === 'undone');
  });

  it('the log takes any of them back, by its button', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    for (const name of ['awaited', 'here', 'double'] as const) await scan(day.badge(name));
    await scan(day.badge('awaited'));
    await until(() => logged('done') === 1 && logged('already') === 2);
    await userEvent.click(page.getByRole('button', { name: /Rückgängig: Haddad, Amina/ }));
    await until(() => logged('undone') === 1);
    const marks = await marksOf(day, 'german');
    expect(marks.find(({ who }) => who === day.people.awaited)?.mark).toBe('not-recorded');
    await expect.element(field()).toHaveFocus();
  });

  it('leaves what somebody else changed since', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await type('am');
    await press('Enter');
    await saved();
    const absent = { participantId: day.people.awaited, mark: 'absent', late: null, early: null } as const;
    const record = { sessionId: day.sessions.german, marks: [absent], reason: null };
    await day.services.commands.execute('attendance.record', record);
    await press('F8');
    await expect.element(page.getByText('Nicht zurückgenommen: Haddad, Amina')).toBeVisible();
    expect(await marksOf(day, 'german')).toContainEqual({
      who: day.people.awaited,
      mark: 'absent',
      late: null,
    });
  });
});

describe('a failed write', () => {
  it('stays in sight with the name, while others come in, and can be repeated', async () => {
    const day = await deskDay();
    const hand = handed(day.services);
    await openDesk(hand.services);
    hand.refuse({ code: 'disk.full' });
    await scan(day.badge('awaited'));
    await expect.element(page.getByText('Nicht gespeichert: Haddad, Amina')).toBeVisible();
    hand.refuse(undefined);
    await type('ch');
    await press('Enter');
    await press('Enter');
    await saved();
    await expect.element(page.getByText('Nicht gespeichert: Haddad, Amina')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Noch einmal' }));
    await until(() => document.querySelector('[data-failed]') === null);
    expect(await marksOf(day, 'german')).toContainEqual({
      who: day.people.awaited,
      mark: 'present',
      late: null,
    });
  });

  it('is closed only by a person', async () => {
    const day = await deskDay();
    const hand = handed(day.services);
    await openDesk(hand.services);
    hand.refuse({ code: 'disk.full' });
    await scan(day.badge('awaited'));
    await userEvent.click(page.getByRole('button', { name: 'Hinweis schließen: Haddad, Amina' }));
    await until(() => document.querySelector('[data-failed]') === null);
    expect(logged('failed')).toBe(1);
  });
});

describe('the screen', () => {
  it('counts heads without names', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    const more = page.getByRole('button', { name: 'Eine Person mehr: Fußball, 9:00 Uhr, Raum Platz' });
    await userEvent.click(more);
    await userEvent.click(more);
    await userEvent.click(
      page.getByRole('button', { name: 'Eine Person weniger: Fußball, 9:00 Uhr, Raum Platz' }),
    );
    await until(() => logged('done') === 3);
    const sheet = await day.services.records.get('attendanceSheet', day.sessions.football);
    expect(Object.values(sheet?.headCounts ?? {})).toEqual([1]);
    expect(document.querySelector<HTMLElement>('[data-heads="1"]')).not.toBeNull();
  });

  it('checks in to the chosen sessions only, and a single one stands in the address', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    const box = (name: RegExp) => page.getByRole('checkbox', { name });
    await userEvent.click(box(/^Fußball/));
    await userEvent.click(box(/^Theater/));
    await until(() => document.body.dataset.address === `/check-in?session=${day.sessions.german}`);
    await type('bil');
    expect(verdict()).toBe('check-in');
    await press('Escape');
    await userEvent.click(box(/^Theater/));
    await until(() => document.body.dataset.address === '/check-in');
    await expect.element(box(/^Fußball/)).not.toBeChecked();
    leave();
    await openDesk(day.services);
    await expect.element(box(/^Fußball/)).not.toBeChecked();
    await expect.element(box(/^Theater/)).toBeChecked();
  });

  it('follows writes from elsewhere, the clock, and turns over at midnight', async () => {
    const day = await deskDay();
    let now = day.now;
    const services = {
      ...day.services,
      clock: { now: () => now, today: () => now.toLocaleDateString('sv-SE') },
    };
    await openDesk(services);
    const states = () =>
      [...document.querySelectorAll<HTMLElement>('[data-state]')].map(({ dataset }) => dataset.state);
    expect(states()).toEqual(['on', 'on', 'later']);
    const mark = { participantId: day.people.awaited, mark: 'present', late: null, early: null } as const;
    const record = { sessionId: day.sessions.german, marks: [mark], reason: null };
    await services.commands.execute('attendance.record', record);
    await expect.element(page.getByText('2 von 3 da')).toBeVisible();
    now = new Date(2026, 10, 23, 13, 10);
    window.dispatchEvent(new Event('focus'));
    await until(() => states().join() === 'soon');
    now = new Date(2026, 10, 24, 0, 1);
    window.dispatchEvent(new Event('focus'));
    await expect.element(page.getByText('Heute ist kein Termin geplant.')).toBeVisible();
  });

  it('takes keys from wherever the focus is, and never from a dialog', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    const sound = page.getByRole('button', { name: 'Töne' }).element() as HTMLElement;
    sound.focus();
    await userEvent.keyboard('a');
    await expect.element(field()).toHaveValue('a');
    await press('Escape');
    await userEvent.click(page.getByRole('heading', { level: 1 }));
    await expect.element(field()).toHaveFocus();
    await userEvent.click(sound);
    await expect.element(field()).toHaveFocus();
    await expect.element(sound).toHaveAttribute('aria-pressed', 'false');
  });

  it('goes on typing while a save is under way', async () => {
    const day = await deskDay();
    const hand = handed(day.services);
    await openDesk(hand.services);
    hand.shut();
    await type('am');
    await press('Enter');
    expect(said()).toContain('Haddad, Amina: wird gespeichert');
    await type('jan');
    await expect.element(field()).toHaveValue('jan');
    hand.open();
    await saved();
    await expect.element(field()).toHaveValue('jan');
  });

  it('keeps what is under way when it is left, and shows it on coming back', async () => {
    const day = await deskDay();
    const hand = handed(day.services);
    await openDesk(hand.services);
    hand.shut();
    await scan(day.badge('awaited'));
    leave();
    hand.open();
    await until(() => hand.asked.length === 1);
    await openDesk(hand.services);
    await until(() => logged('done') === 1);
  });

  it('shows less where visitors see it', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await userEvent.click(page.getByRole('button', { name: 'Diskret' }));
    await type('chi');
    expect(document.body.textContent).not.toContain('Zimmer C 7');
    expect(document.body.textContent).not.toContain('1003');
    await press('Escape');
    await type('am');
    await press('Enter');
    await saved();
    expect(said()).toContain('Amina H.');
    expect(said()).not.toContain('Haddad');
  });

  it('works by pointer alone', async () => {
    const day = await deskDay();
    await openDesk(day.services);
    await type('ch');
    await userEvent.click(page.getByRole('option').first());
    await userEvent.click(page.getByRole('option').nth(1));
    await saved();
    expect(await marksOf(day, 'german')).toContainEqual({
      who: day.people.stranger,
      mark: 'present',
      late: null,
    });
    await userEvent.click(page.getByRole('button', { name: /^Rückgängig F8/ }));
    await until(() => saidLook() === 'undone');
  });

  it.each([
    ['light', 'de'],
    ['dark', 'en'],
  ] as const)('has no violation of WCAG 2.2 AA (%s)', async (mode, language) => {
    const day = await deskDay();
    const hand = handed(day.services);
    await openDesk(hand.services, { mode, language });
    expect(await violations()).toEqual([]);
    await scan(day.badge('awaited'));
    await scan('https://example.org');
    await scan(day.badge('stranger'));
    await scan(day.badge('second'));
    hand.refuse({ code: 'disk.full' });
    await scan(day.badge('noon'));
    await until(() => document.querySelector('[data-waiting]') !== null);
    expect(await violations()).toEqual([]);
    await press('Escape');
    await type('am');
    expect(await violations()).toEqual([]);
  });
});
