import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import {
  deskDay,
  field,
  handed,
  leave,
  logged,
  marksOf,
  openDesk,
  press,
  said,
  saidLook,
  saved,
  scan,
  type,
  until,
  verdict,
} from './desk-cases.tsx';

beforeEach(() => page.viewport(1366, 768));
afterEach(leave);

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
