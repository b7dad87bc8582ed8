import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawBadgeNumber } from '#shared/domain/badges/badge-number.ts';
import {
  deskDay,
  field,
  fieldElement,
  handed,
  leave,
  logged,
  type Name,
  openDesk,
  pause,
  press,
  random,
  said,
  saidLook,
  scan,
  type,
  until,
} from './desk-cases.tsx';

beforeEach(() => page.viewport(1366, 768));
afterEach(leave);

const waiting = (): readonly string[] =>
  [...document.querySelectorAll('[data-waiting]')].map(({ textContent }) => textContent ?? '');

it('a scan is all it takes, wherever the focus is, and the typed letters stay', async () => {
  const day = await deskDay();
  await openDesk(day.services);
  await type('ge');
  await scan(day.badge('awaited'));
  await until(() => saidLook() === 'done');
  await expect.element(field()).toHaveValue('ge');
  await press('Escape');
  (page.getByRole('button', { name: 'Töne' }).element() as HTMLElement).focus();
  await scan(day.badge('here'));
  await until(() => saidLook() === 'already');
  await expect.element(field()).toHaveValue('');
});

it('a burst of twenty loses none, in order, while the disk is slow; what is unclear waits aside', async () => {
  const day = await deskDay();
  const hand = handed(day.services);
  await openDesk(hand.services);
  hand.shut();
  // Five who are in at once, again and again, and five who have to be decided about.
  const burst: Name[] = ['awaited', 'stranger', 'here', 'second', 'awaited'];
  const more: Name[] = ['third', 'double', 'awaited', 'here', 'noon'];
  for (const name of [...burst, ...more, ...burst, ...more]) await scan(day.badge(name));
  expect([logged('pending'), waiting().length + 1]).toEqual([1, 5]);
  hand.open();
  await until(() => logged('pending') === 0);
  expect([logged('done'), logged('already')]).toEqual([1, 9]);
  expect(hand.asked.map(({ name }) => name)).toEqual(['attendance.checkIn']);
  const order = ['Sadat', 'Bah', 'Özkan', 'Genet'];
  expect(waiting().map((text) => order.find((name) => text.includes(name)))).toEqual(order);
});

it('who waits to be decided about is taken up by Enter, in turn, and each goes where staff says', async () => {
  const day = await deskDay();
  await openDesk(day.services);
  for (const name of ['stranger', 'second', 'double'] as const) await scan(day.badge(name));
  expect(document.querySelector('[data-choice]')?.textContent).toContain('Okoro, Chidi');
  await press('Enter');
  await until(() => saidLook() === 'done');
  await press('Enter');
  expect(document.querySelector('[data-choice]')?.textContent).toContain('Sadat, Hamid');
  await press('Escape');
  expect(waiting()).toHaveLength(2);
  await userEvent.click(page.getByRole('button', { name: 'Verwerfen: Sadat, Hamid' }));
  await press('Enter');
  expect(document.querySelector('[data-choice]')?.textContent).toContain('Özkan, Bilal');
  await type('2');
  await until(() => logged('done') === 2);
  expect(waiting()).toEqual([]);
});

it('the digits of a scan choose no session', async () => {
  const day = await deskDay();
  const hand = handed(day.services);
  await openDesk(hand.services);
  await type('bil');
  await press('Enter');
  for (const first of '12') {
    let number = '';
    while (!number.startsWith(first)) number = drawBadgeNumber(random);
    await scan(number);
    await pause(250);
  }
  expect(hand.asked).toEqual([]);
  expect(document.querySelector('[data-choice=choose]')).not.toBeNull();
});

it('a number typed by hand counts as a scan', async () => {
  const day = await deskDay();
  await openDesk(day.services);
  await userEvent.fill(field(), day.badge('awaited'));
  await press('Enter');
  await until(() => saidLook() === 'done');
});

it('a lost badge says whose it was, and lets nobody in', async () => {
  const day = await deskDay();
  const lost = day.badge('awaited');
  await day.services.commands.execute('badge.replace', { participantId: day.people.awaited });
  const hand = handed(day.services);
  await openDesk(hand.services);
  await scan(lost);
  expect(said()).toContain('Haddad, Amina: Dieser Ausweis gilt nicht mehr.');
  await expect.element(page.getByRole('link', { name: 'Person ansehen' })).toBeVisible();
  expect(hand.asked).toEqual([]);
});

it.each([
  [drawBadgeNumber(random), 'Vielleicht gehört er zu einer anderen Einrichtung'],
  ['1234567890123456', 'Diese Ausweisnummer stimmt nicht'],
  ['https://example.org/open?me=1', 'Sie wird nicht geöffnet'],
  ['7'.repeat(4096), 'zu lang für einen Ausweis'],
  ['<img src=x onerror=alert(1)>', 'kein Ausweis dieser Einrichtung'],
])('%.20s is refused with a sentence, and shown nowhere', async (payload, sentence) => {
  const day = await deskDay();
  const hand = handed(day.services);
  await openDesk(hand.services);
  const { href } = location;
  await scan(payload);
  await until(() => saidLook() === 'refused');
  expect(said()).toContain(sentence);
  expect(document.body.textContent).not.toContain(payload.slice(0, 16));
  expect(fieldElement().value).toBe('');
  expect([location.href, hand.asked.length]).toEqual([href, 0]);
});

it('control characters, which a scanner sends as keys with Ctrl, reach nobody', async () => {
  const day = await deskDay();
  const hand = handed(day.services);
  await openDesk(hand.services);
  const heard: string[] = [];
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey) heard.push(event.key);
  };
  window.addEventListener('keydown', listen);
  await scan(`99${'\u000a\u000c\u001a'}${day.badge('awaited').slice(2)}`);
  window.removeEventListener('keydown', listen);
  await until(() => saidLook() === 'refused');
  expect([heard, hand.asked.length, fieldElement().value]).toEqual([[], 0, '']);
});

it('a signature list’s number opens its page', async () => {
  const day = await deskDay();
  await openDesk(day.services);
  await scan(`${day.list}02`);
  await until(() => document.body.dataset.address === `/lists/${day.list}?page=2`);
});

it('scanned before the day is read, nobody is judged by nothing', async () => {
  const day = await deskDay();
  let go: () => void = () => undefined;
  const read = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { directory } = day.services;
  const slow: typeof directory = {
    ...directory,
    sessionsBetween: async (from, to) => {
      await read;
      return directory.sessionsBetween(from, to);
    },
  };
  const opened = openDesk({ ...day.services, directory: slow });
  await until(() => document.querySelector('[role=combobox]') !== null);
  await scan(day.badge('awaited'));
  await scan(day.badge('here'));
  expect(logged('none')).toBe(0);
  go();
  await opened;
  await until(() => logged('done') === 1 && logged('already') === 1);
});
