import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  deskDay,
  field,
  fieldElement,
  handed,
  leave,
  marksOf,
  openDesk,
  press,
  said,
  saved,
  type,
  until,
  verdict,
} from './desk-cases.tsx';

beforeEach(() => page.viewport(1366, 768));
afterEach(leave);

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
