import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  deskDay,
  field,
  handed,
  leave,
  logged,
  marksOf,
  openDesk,
  press,
  saidLook,
  saved,
  scan,
  type,
  until,
} from './desk-cases.tsx';

beforeEach(() => page.viewport(1366, 768));
afterEach(leave);

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
