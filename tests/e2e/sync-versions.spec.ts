/** An app and its next version at one site: people have a field more in the newer one. */
import { expect, type Page } from 'playwright/test';
import { test } from './sync-fixture.ts';

test.use({ pcCount: 2 });

const roomOf = (page: Page, id: string): Promise<string | null | undefined> =>
  page.evaluate(async (person) => (await window.wegmarkeLab.personOf(person))?.room, id);
const move = (page: Page, id: string, room: string): Promise<number> =>
  page.evaluate(([person, text]) => window.wegmarkeLab.moveRoom(person ?? '', text ?? ''), [id, room]);

test('both versions work on: the older one leaves alone what it can not read, and has it after its update', async ({
  site,
}) => {
  test.setTimeout(300_000);
  const [older, newer] = [site.pc(1), site.pc(2)];
  await site.setUp();
  await older.page.evaluate(() => window.wegmarkeLab.editPeople(4, 'vorher'));
  for (const pc of site.pcs) await site.connect(pc);
  await site.agrees(site.pcs);
  await newer.close();
  await newer.unlock({ isNewer: true });
  // What the older one writes is read by the newer one.
  const [first = '', second = ''] = await older.page.evaluate(() =>
    window.wegmarkeLab.people().map(({ id }) => id),
  );
  await move(older.page, first, 'Raum 1');
  await expect.poll(() => roomOf(newer.page, first)).toBe('Raum 1');
  // The other way round it is held back, and said; people whom the newer one did not touch go on both ways.
  await move(newer.page, first, 'Raum 2');
  await older.hasTrouble('newer');
  await move(older.page, second, 'Raum 3');
  await expect.poll(() => roomOf(newer.page, second)).toBe('Raum 3');
  expect(await roomOf(older.page, first)).toBe('Raum 1');
  // Written here meanwhile: it waits for the update, and neither takes anything from the other.
  await older.page.evaluate(
    (person) => window.wegmarkeLab.changePerson(person, { languages: ['fa'] }),
    first,
  );
  await older.close();
  await older.unlock({ isNewer: true });
  await site.agrees(site.pcs);
  for (const { page } of site.pcs) {
    const person = await page.evaluate((id) => window.wegmarkeLab.personOf(id), first);
    expect(person).toMatchObject({ room: 'Raum 2', languages: ['fa'], wing: '' });
    expect(await page.evaluate(() => window.wegmarkeLab.isWhole())).toBe(true);
  }
});
