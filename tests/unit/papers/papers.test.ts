import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { composePaper } from '#renderer/documents/papers/compose-paper.ts';
import { paperDate } from '#renderer/documents/papers/paper-dates.ts';
import { filledPaperText, paperTexts } from '#renderer/documents/papers/paper-texts.ts';
import type { PrintedPaper } from '#renderer/documents/papers/printed-papers.ts';
import { type PaperLanguage, paperLanguageFacts, paperLanguages } from '#shared/domain/paper-language.ts';
import { readPdf } from '#tests/unit/certificates/pdf-reading.ts';
import { ownSession, sheetIn, weekIn } from './paper-cases.ts';

async function made(paper: PrintedPaper): Promise<Uint8Array> {
  const answer = await composePaper(paper, () => undefined);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

/** A part of the page in points. */
type Crop = { readonly x: number; readonly width: number };

/**
 * What poppler reads, letters and digits only: lines break elsewhere, and where directions mix, poppler guesses the place
 * of brackets and full stops (text-setter.test.ts has the places as they are drawn).
 */
function copied(pdf: Uint8Array, crop?: Crop): string {
  const part = crop ? ['-x', `${crop.x}`, '-y', '0', '-W', `${crop.width}`, '-H', '842'] : [];
  return squeezed(execFileSync('pdftotext', [...part, '-', '-'], { encoding: 'utf8', input: pdf }));
}
const squeezed = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/**
 * Words of a text that the page does not have: in columns and in mixed lines poppler keeps words together, not sentences,
 * and not always marks with their letters.
 */
const missingWords = (text: string, page: string): string[] => {
  const letters = page.replace(/\p{M}/gu, '');
  const words = text
    .normalize('NFC')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => !letters.includes(word));
};

interface Word {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a word in Latin letters stands first. */
function place(pdf: Uint8Array, word: string): Word {
  const text = execFileSync('pdftotext', ['-bbox', '-', '-'], { encoding: 'utf8', input: pdf });
  const found = new RegExp(
    `<word xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="[\\d.]+" yMax="([\\d.]+)">${word}<`,
  ).exec(text);
  if (!found) throw new Error(`${word} is not on the page`);
  return { left: Number(found[1]), top: Number(found[2]), bottom: Number(found[3]) };
}

const middle = 297;
const isRightToLeft = (language: PaperLanguage): boolean => paperLanguageFacts(language).direction === 'rtl';

/** The column of the own language on the explanation sheet, between shapes and German. */
const ownColumn = (language: PaperLanguage): Crop => {
  if (language === 'de') return { x: 95, width: 450 };
  return isRightToLeft(language) ? { x: 242, width: 272 } : { x: 95, width: 272 };
};

describe('the explanation sheet', () => {
  it.each(paperLanguages)('says everything in %s, on one page', async (language) => {
    const pdf = await made(sheetIn(language));
    const { info } = readPdf(pdf);
    expect(info.get('Pages')).toBe('1');
    const column = copied(pdf, ownColumn(language));
    const whole = copied(pdf);
    const { title, ask, note, ...body } = paperTexts(language).sheet;
    for (const [key, text] of Object.entries(body))
      expect([key, column]).toEqual([key, expect.stringContaining(squeezed(text))]);
    const asked = filledPaperText(ask, { facility: 'ZUE Münster', place: 'Münster' });
    const around = [title, asked, note, paperTexts(language).certificate.note];
    for (const text of around) expect([text, missingWords(text, whole)]).toEqual([text, []]);
    expect(whole).toContain(squeezed(paperTexts('de').sheet.title));
  });

  it.each(paperLanguages.filter((code) => code !== 'de'))(
    'has German at the end of reading in %s',
    async (language) => {
      const { left } = place(await made(sheetIn(language)), 'Verloren');
      expect(left < middle).toBe(isRightToLeft(language));
    },
  );

  it.each(paperLanguages)(
    'keeps its foot free in %s, however long the facility is called',
    async (language) => {
      const facility = 'Zentrale Unterbringungseinrichtung mit einem langen Namen '
        .repeat(3)
        .slice(0, 120)
        .trim();
      const pdf = await made(
        sheetIn(language, { facility, place: 'Wünnenberg-Haaren im Landkreis '.repeat(2).trim() }),
      );
      expect(readPdf(pdf).info.get('Pages')).toBe('1');
      expect(place(pdf, 'Hier').bottom).toBeLessThan(place(pdf, 'Gedruckt').top);
    },
  );
});

describe('the own week plan', () => {
  it.each(paperLanguages)('says in %s what, when and where', async (language) => {
    const text = copied(await made(weekIn(language)));
    const { week, area } = paperTexts(language);
    const said = [
      ...[week.title, week.hint, week.noRoom, week.cancelled, week.free, week.holiday],
      ...['1', '2', '3', '4', '5'].map((day) => week.day[day as keyof typeof week.day]),
      filledPaperText(week.room, { room: '12' }),
      filledPaperText(week.span, {
        ...{ week: 48, from: paperDate(language, '2026-11-23'), to: paperDate(language, '2026-11-29') },
      }),
      ...Object.values(area),
      ...['Ayşe Öztürk-Ğ', 'Deutsch für den Alltag', 'Fußball mit SC Preußen', 'Vormittag A'],
      ...['8:30', '10:45', '14:00', '17:00'],
    ];
    for (const one of said) expect([one, missingWords(one, text)]).toEqual([one, []]);
  });

  it.each(paperLanguages.filter((code) => code !== 'de'))(
    'begins each line where reading begins in %s',
    async (language) => {
      const pdf = await made(weekIn(language));
      expect(place(pdf, 'Deutsch').left < place(pdf, 'Dienstag').left).toBe(isRightToLeft(language));
    },
  );

  it('goes on to a further page, which names the day again', async () => {
    const sessions = Array.from({ length: 16 }, (_, at) =>
      ownSession({ startsAt: 480 + at * 30, endsAt: 510 + at * 30 }),
    );
    const { pages } = readPdf(
      await made(weekIn('tr', { days: [{ date: '2026-11-23', holiday: false, sessions }] })),
    );
    expect(pages).toHaveLength(2);
    expect(pages.join(' ').match(/Deutsch für den Alltag/g)).toHaveLength(16);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('Haftalık planım');
      expect(page).toContain('Pazartesi');
      expect(page).toMatch(new RegExp(`\\b${at + 1} ?/ ?2\\b`));
    }
  });

  it('says so where nothing is planned', async () => {
    const text = copied(
      await made(weekIn('uk', { days: [{ date: '2026-11-23', holiday: false, sessions: [] }] })),
    );
    expect(text).toContain(squeezed(paperTexts('uk').week.none));
  });

  it('is refused for a letter that no font has, which it names', async () => {
    const answer = await composePaper(weekIn('ar', { name: 'Ali 😀' }), () => undefined);
    expect(answer).toEqual({
      ok: false,
      error: { code: 'document.characters', values: { characters: '😀' } },
    });
  });
});

describe('every paper', () => {
  it.each(['ar', 'ti', 'de'] as const)(
    'tells readers its language, %s, and names nobody in its title',
    async (language) => {
      const raw = Buffer.from(await made(weekIn(language))).toString('latin1');
      expect(raw).toContain(`/Lang (${language})`);
      expect(raw).not.toContain('/Title (Ay');
    },
  );
});
