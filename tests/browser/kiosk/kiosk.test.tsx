import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { kioskTexts } from '#renderer/i18n/kiosk-texts.ts';
import { kioskLanguages } from '#shared/domain/kiosk/kiosk-languages.ts';
import { ok } from '#shared/domain/result.ts';
import { violations } from '../violations.ts';
import { badge, diskFull, madeGuest, madePort, madeSession, mountKiosk, scan } from './mounted-kiosk.tsx';

const de = kioskTexts('de');
const ar = kioskTexts('ar');
const german = madeSession('a');
const sport = madeSession('b', { title: 'Fußball', area: 'day-structure', room: 'Halle' });
const open = madeSession('c', { title: 'Offene Werkstatt', area: 'vocational', walkIns: true });

const told = (): string => document.querySelector('[role="status"]')?.textContent ?? '';
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const atRest = async (): Promise<void> => {
  await expect.element(heading(de('scan'))).toBeVisible();
};

let unmount: () => void = () => undefined;
const mount = async (made: Parameters<typeof madePort>[0], onStaff?: () => void) => {
  const kiosk = madePort(made);
  unmount = await mountKiosk(kiosk.port, onStaff ? { onStaff } : {});
  await atRest();
  return kiosk;
};

beforeEach(async () => page.viewport(1366, 768));
afterEach(() => {
  vi.useRealTimers();
  unmount();
});

describe('a badge at the kiosk', () => {
  it('is ticked in the language of its person, who sees a first name and where to go', async () => {
    const { checkedIn } = await mount({
      sessions: [german, sport],
      guests: [madeGuest('Amina', { language: 'ar', sessionIds: ['a'] })],
    });
    scan(badge(0));
    await expect.element(heading('Amina')).toBeVisible();
    await expect.element(page.getByText(ar('done'), { exact: true }).first()).toBeVisible();
    expect(checkedIn).toEqual(['Amina a']);
    const said = document.querySelector('[role="status"]');
    expect(said?.getAttribute('lang')).toBe('ar');
    expect(said?.getAttribute('dir')).toBe('rtl');
    expect(told()).toContain('Deutsch A1');
  });

  it('is told that it was here before, and is written once', async () => {
    const { checkedIn } = await mount({
      sessions: [german],
      guests: [madeGuest('Amina', { sessionIds: ['a'] })],
    });
    scan(badge(0));
    await expect.poll(told).toContain(de('done'));
    scan(badge(0));
    await expect.poll(told).toContain(de('again'));
    await expect.element(heading('Amina')).toBeVisible();
    expect(checkedIn).toEqual(['Amina a']);
  });

  it('chooses among several sessions by touch and by keyboard', async () => {
    const { checkedIn } = await mount({
      sessions: [german, sport],
      guests: [
        madeGuest('Amina', { sessionIds: ['a', 'b'] }),
        madeGuest('Yusuf', { sessionIds: ['a', 'b'] }),
      ],
    });
    scan(badge(0));
    await expect.element(heading(de('choose'))).toBeVisible();
    expect(checkedIn).toEqual([]);
    const tile = page.getByRole('button', { name: 'Fußball' });
    expect((tile.element() as HTMLElement).getBoundingClientRect().height).toBeGreaterThanOrEqual(64);
    await tile.click();
    await expect.poll(told).toContain(de('done'));
    expect(checkedIn).toEqual(['Amina b']);

    scan(badge(1));
    await expect.element(heading(de('choose'))).toBeVisible();
    // Right behind a scan, Tab and Enter are still the scanner's.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(() => checkedIn).toEqual(['Amina b', 'Yusuf a']);
  });

  it('welcomes people who are enrolled nowhere, where that is so', async () => {
    const { checkedIn } = await mount({ sessions: [german, open], guests: [madeGuest('Lina')] });
    scan(badge(0));
    await expect.element(heading(de('walkIns'))).toBeVisible();
    expect(page.getByRole('button', { name: 'Deutsch A1' }).elements()).toHaveLength(0);
    await page.getByRole('button', { name: 'Offene Werkstatt' }).click();
    await expect.poll(() => checkedIn).toEqual(['Lina c']);
  });

  it('is sent to the desk where there is nothing, and told of a later session', async () => {
    const later = madeSession('d', { title: 'Nähen', startsAt: 900, endsAt: 960 });
    await mount({
      sessions: [german, later],
      guests: [madeGuest('Lina'), madeGuest('Omar', { sessionIds: ['d'] })],
    });
    scan(badge(0));
    await expect.element(heading(de('desk'))).toBeVisible();
    expect(told()).toContain(de('nothing'));
    scan(badge(1));
    await expect.poll(told).toContain(de('later'));
    expect(told()).toContain('Nähen');
  });

  it('loses none of twenty that come at once', async () => {
    const guests = Array.from({ length: 20 }, (_, place) => madeGuest(`P${place}`, { sessionIds: ['a'] }));
    const { checkedIn } = await mount({ sessions: [german], guests });
    for (const place of guests.keys()) scan(badge(place));
    await expect.poll(() => checkedIn).toEqual(guests.map(({ firstName }) => `${firstName} a`));
    await expect.element(heading('P19')).toBeVisible();
  });

  it('takes precedence over somebody who still chooses', async () => {
    const { checkedIn } = await mount({
      sessions: [german, sport],
      guests: [
        madeGuest('Amina', { language: 'ar', sessionIds: ['a', 'b'] }),
        madeGuest('Yusuf', { sessionIds: ['a'] }),
      ],
    });
    scan(badge(0));
    await expect.element(heading(ar('choose'))).toBeVisible();
    scan(badge(1));
    await expect.poll(told).toContain(de('done'));
    expect(checkedIn).toEqual(['Yusuf a']);
  });
});

describe('what is no badge of this day', () => {
  it.each([
    ['an unknown badge', badge(7)],
    ['a wrong number', '1234567890123456'],
    ['an address', `https://example.org/?badge=${badge(0)}`],
    ['4 KB', '4711'.repeat(1024)],
    ['control characters', '\u0001\u0003ab\u0010\u000b\u0017cd\u001b'],
    ['markup', '<img src=x onerror=alert(1)>'],
  ])('%s is refused with a sentence, and nothing else happens', async (_, payload) => {
    const opened = vi.spyOn(window, 'open');
    const { checkedIn } = await mount({
      sessions: [german],
      guests: [madeGuest('Amina', { sessionIds: ['a'] })],
    });
    scan(payload);
    await expect.poll(told).toContain(de('unknown'));
    await expect.element(heading(de('desk'))).toBeVisible();
    expect(checkedIn).toEqual([]);
    expect(opened).not.toHaveBeenCalled();
    expect(document.body.textContent).not.toContain('onerror');
    expect(document.body.textContent).not.toContain('example.org');
  });
});

describe('a check-in that is not on the disk', () => {
  it('shows no tick before it is, and none if it never is', async () => {
    let answer: (written: ReturnType<typeof ok<void>>) => void = () => undefined;
    await mount({
      sessions: [german],
      guests: [madeGuest('Amina', { sessionIds: ['a'] })],
      write: () => new Promise((resolve) => (answer = resolve)),
    });
    scan(badge(0));
    await expect.element(heading(de('wait'))).toBeVisible();
    expect(told()).not.toContain(de('done'));
    answer(ok(undefined));
    await expect.poll(told).toContain(de('done'));
  });

  it('sends to the desk when it fails', async () => {
    const guests = [madeGuest('Amina', { language: 'uk', sessionIds: ['a'] })];
    await mount({ sessions: [german], guests, write: diskFull });
    scan(badge(0));
    const uk = kioskTexts('uk');
    await expect.element(heading(uk('desk'))).toBeVisible();
    expect(told()).toContain(uk('failed'));
    expect(told()).not.toContain(uk('done'));
    expect(document.body.textContent).not.toContain('Amina');
  });

  it('sends to the desk when no answer comes, and takes the next one', async () => {
    const guests = [madeGuest('Amina', { sessionIds: ['a'] }), madeGuest('Lina')];
    await mount({ sessions: [german], guests, write: () => new Promise(() => undefined) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    scan(badge(0));
    scan(badge(1));
    await vi.advanceTimersByTimeAsync(8000);
    vi.useRealTimers();
    await expect.poll(told).toContain(de('nothing'));
  });
});

describe('the screen', () => {
  it.each([
    ['a tick', ['a'], 4000],
    ['a choice', ['a', 'b'], 15_000],
  ])('goes back to rest by itself after %s, and forgets the person', async (_, sessionIds, after) => {
    const guests = [madeGuest('Amina', { language: 'ar', sessionIds })];
    await mount({ sessions: [german, sport], guests });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    scan(badge(0));
    await vi.advanceTimersByTimeAsync(after - 200);
    expect(document.body.textContent).toContain('Amina');
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    await atRest();
    expect(document.body.textContent).not.toContain('Amina');
  });

  it('waits for somebody who takes their time to choose', async () => {
    const guests = [madeGuest('Amina', { sessionIds: ['a', 'b'] })];
    await mount({ sessions: [german, sport], guests });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    scan(badge(0));
    await vi.advanceTimersByTimeAsync(14_000);
    document
      .querySelector('main')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
    await vi.advanceTimersByTimeAsync(14_000);
    expect(document.body.textContent).toContain('Amina');
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    await atRest();
  });

  it('speaks the language that was touched, for the next person only', async () => {
    const guests = [
      madeGuest('Amina', { language: 'ar', sessionIds: ['a'] }),
      madeGuest('Oksana', { language: 'uk', sessionIds: ['a'] }),
    ];
    await mount({ sessions: [german], guests });
    await page.getByRole('button', { name: 'Français' }).click();
    await expect.element(heading(kioskTexts('fr')('scan'))).toBeVisible();
    scan(badge(0));
    await expect.poll(told).toContain(kioskTexts('fr')('done'));
    scan(badge(1));
    await expect.poll(told).toContain(kioskTexts('uk')('done'));
  });

  it('names what begins soon, and nobody', async () => {
    const evening = madeSession('e', { title: 'Theater', startsAt: 1080, endsAt: 1140 });
    const over = madeSession('f', { title: 'Frühstück', startsAt: 420, endsAt: 480 });
    await mount({ sessions: [over, german, evening], guests: [madeGuest('Amina')] });
    const listed = page
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent);
    expect(listed).toHaveLength(1);
    expect(listed[0]).toContain('Deutsch A1');
    expect(document.body.textContent).not.toContain('Amina');
  });

  it('takes nobody any more when the day is over', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { setNow, checkedIn } = await mount({
      sessions: [german],
      guests: [madeGuest('Amina', { sessionIds: ['a'] })],
    });
    setNow(new Date(2026, 10, 24, 0, 1));
    scan(badge(0));
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    await expect.element(heading(de('askStaff'))).toBeVisible();
    expect(told()).toContain(de('askStaff'));
    expect(checkedIn).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('leads to the staff by keyboard', async () => {
    const onStaff = vi.fn();
    await mount({ sessions: [german] }, onStaff);
    const button = page.getByRole('button', { name: 'Personal' });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(onStaff).toHaveBeenCalledOnce();
    const { width, height } = button.element().getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(64);
  });
});

describe('every language', () => {
  it.each(kioskLanguages)(
    '$code has no barrier at rest, in a choice, at a tick and at a refusal',
    async (language) => {
      const own = { language: language.code, sessionIds: ['a', 'b'] };
      await mount({
        sessions: [german, sport],
        guests: [madeGuest('Amina', own), madeGuest('Lina', { ...own, sessionIds: ['a'] })],
      });
      const t = kioskTexts(language.code);
      await page.getByRole('button', { name: language.name }).click();
      await expect.element(heading(t('scan'))).toBeVisible();
      expect(await violations()).toEqual([]);
      scan(badge(0));
      await expect.element(heading(t('choose'))).toBeVisible();
      expect(await violations()).toEqual([]);
      scan(badge(1));
      await expect.element(heading('Lina')).toBeVisible();
      expect(await violations()).toEqual([]);
      scan(badge(9));
      await expect.poll(told).toContain(de('unknown'));
      expect(await violations()).toEqual([]);
      const targets = page.getByRole('button').elements();
      for (const target of targets) expect(target.getBoundingClientRect().height).toBeGreaterThanOrEqual(64);
    },
  );
});
