/**
 * What a person can ask for, end to end through the real main process: everything that is held of them on paper and as
 * data, and that it goes – also where an older snapshot is put back afterwards. And a deletion run: periods, preview,
 * confirmation, log.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import auditTexts from '#locales/de/audit.json' with { type: 'json' };
import common from '#locales/de/common.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import retention from '#locales/de/retention.json' with { type: 'json' };
import safety from '#locales/de/safety.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import { searchFolder } from '#tests/canaries/search-folder.ts';
import { test, type Wegmarke } from './fixture.ts';
import { atTheDesk, ScreenAudit } from './screen-audit.ts';
import {
  counted,
  createPerson,
  eraseOpen,
  follow,
  openArea,
  openPerson,
  press,
  restoreOldest,
  setUp,
  type,
  unlock,
} from './steps.ts';

const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};
const zarifa = {
  ...{ given: 'Zarifa', family: 'Zypressenwald', spelling: 'Sipres' },
  ...{ note: 'Braucht einen Platz am Fenster', purpose: 'Unterricht' },
};
const navid = { ...zarifa, given: 'Navid', family: 'Kastanienhof', note: 'Notiz' };

async function isListed(page: Page, given: string, listed: boolean): Promise<void> {
  await openArea(page, 'people');
  await expect(page.getByRole('row', { name: /Navid/ })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(given) })).toHaveCount(listed ? 1 : 0);
}

test('everything about a person is given out, then they are erased, and no snapshot brings them back', async ({
  wegmarke,
}) => {
  test.setTimeout(240_000);
  const { page } = wegmarke;
  await setUp(page, administrator);
  await createPerson(page, navid);
  await createPerson(page, zarifa);
  await press(page, people.person.edit);
  await type(page, people.field.room, 'Q 99');
  await press(page, 'Speichern');
  await press(page, retention.changes.show);
  await expect(page.getByRole('table', { name: retention.changes.table })).toContainText('Q 99');
  await openArea(page, 'administration');
  await press(page, safety.makeNow);
  await expect(page.getByText(safety.made).first()).toBeAttached();

  // The paper, and the data in it.
  await openPerson(page, 'Zarifa');
  await follow(page, retention.rights.disclosure);
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  const audit = new ScreenAudit(['light', 'dark']);
  await atTheDesk(page);
  await audit.look(page, 'disclosure');
  const path = join(wegmarke.dataDir, '..', 'auskunft.pdf');
  await wegmarke.answerSaveDialog(path);
  await page.keyboard.press('Control+S');
  await expect.poll(() => readFile(path).catch(() => null)).not.toBeNull();
  const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
  const told = ['Zarifa', 'Zypressenwald', 'Sipres', zarifa.note, zarifa.purpose, 'Q 99'];
  for (const word of told) expect(text).toContain(word);
  expect(text).not.toContain('Kastanienhof');
  const inside = execFileSync('pdfdetach', ['-list', path], { encoding: 'utf8' });
  expect(inside).toContain('auskunft.json');
  const jsonPath = join(wegmarke.dataDir, '..', 'auskunft.json');
  await wegmarke.answerSaveDialog(jsonPath);
  await press(page, retention.disclosure.saveJson);
  await expect(page.getByText(retention.disclosure.saved).first()).toBeAttached();
  const data = JSON.parse(await readFile(jsonPath, 'utf8'));
  expect(data).toMatchObject({
    ...{ format: 'wegmarke-disclosure/1', facility: { name: 'ZUE Musterstadt' } },
    person: { given: 'Zarifa', room: 'Q 99', note: { text: zarifa.note } },
    changes: [{ role: 'administrator', fields: [{ name: 'room', before: null, after: 'Q 99' }] }],
  });

  // Erased for good, after it was said what that means.
  await openPerson(page, 'Zarifa');
  await press(page, retention.rights.erase);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(retention.erase.forever)).toBeVisible();
  await audit.look(page, 'erasing');
  const confirm = page.getByRole('button', { name: retention.erase.confirm, exact: true });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await confirm.click({ force: true });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(retention.erase.understood).check();
  await press(page, retention.erase.confirm);
  await expect(dialog).toBeHidden();
  await isListed(page, 'Zarifa', false);
  await page.keyboard.press('Control+K');
  await page.getByPlaceholder(app.search.placeholder).fill('Zypressenwald');
  await expect(page.getByRole('option', { name: /Zarifa/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // The snapshot knew her.
  await restoreOldest(page);
  await unlock(page, administrator.passphrase);
  await expect(page.getByText(retention.banner.repeated_one)).toBeVisible();
  await isListed(page, 'Zarifa', false);

  const again = await wegmarke.restart();
  await unlock(again, administrator.passphrase);
  await expect(again.getByText(retention.banner.repeated_one)).toHaveCount(0);
  await isListed(again, 'Zarifa', false);

  // What the restore set aside still has Navid: that is said when he is erased, and it can be deleted.
  await openPerson(again, 'Navid');
  await eraseOpen(again);
  await expect(again.getByText(retention.held.aside_one)).toBeVisible();
  await atTheDesk(again);
  await audit.look(again, 'erased, and still set aside');
  await follow(again, retention.held.toAside);
  const aside = again.getByRole('table', { name: safety.aside.title });
  await expect(aside.getByRole('row')).toHaveCount(2);
  await audit.look(again, 'safety, with what was set aside');
  const [folder = ''] = await readdir(join(wegmarke.dataDir, 'set-aside'));
  const inFolder = (): Promise<string[]> => readdir(join(wegmarke.dataDir, 'set-aside', folder));
  expect((await inFolder()).length).toBeGreaterThan(0);
  await aside.getByRole('button').click();
  await expect(again.getByRole('dialog').getByText(safety.aside.confirmLost)).toBeVisible();
  await audit.look(again, 'deleting what was set aside');
  audit.expectNothing(5);
  await press(again, safety.aside.confirm);
  await expect.poll(inFolder).toEqual([]);
  await expect(again.getByRole('dialog')).toHaveCount(0);
  await expect(aside).toHaveCount(0);
  await follow(again, auditTexts.toLog);
  await expect(again.getByText(auditTexts.command.backup.deleteSetAside).first()).toBeVisible();
  await wegmarke.close();
  const { found } = await searchFolder(wegmarke.dataDir, ['Zypressenwald', zarifa.note]);
  expect(found).toEqual([]);
});

/** Another PC: neither data nor keystore. Puts the snapshot in the folder in place, with the recovery code. */
async function restoreOnFreshPc(wegmarke: Wegmarke, snapshot: string, code: string): Promise<Page> {
  await wegmarke.close();
  for (const part of ['vault', 'journal', 'profile', 'local', 'snapshots', 'set-aside'])
    await rm(join(wegmarke.dataDir, part), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const page = await wegmarke.restart();
  await wegmarke.answerOpenDialog(snapshot);
  await press(page, app.restoreFile.button);
  await page.getByLabel(common.recoveryCode.label).first().fill(code);
  await press(page, setup.recover.check);
  await press(page, setup.recovered.restore);
  await unlock(page, administrator.passphrase);
  return page;
}

test('a new computer that is set up from an older snapshot in the second place does not bring back who was erased since', async ({
  wegmarke,
}, testInfo) => {
  test.setTimeout(300_000);
  const { page } = wegmarke;
  const code = await setUp(page, administrator);
  await createPerson(page, navid);
  await createPerson(page, zarifa);
  await openArea(page, 'administration');
  const share = testInfo.outputPath('share');
  await mkdir(share, { recursive: true });
  await wegmarke.answerOpenDialog(share);
  await press(page, safety.places.choose);
  await press(page, safety.makeNow);
  await expect(page.getByText(safety.verdict.safe)).toBeVisible();
  const filesOf = async (end: string): Promise<readonly string[]> =>
    (await readdir(share)).filter((name) => name.endsWith(end));
  expect(await filesOf('.json')).toEqual([]);
  const [snapshot = ''] = await filesOf('.wms');

  await openPerson(page, 'Zarifa');
  await eraseOpen(page);
  await isListed(page, 'Zarifa', false);
  await expect.poll(() => filesOf('.json')).toHaveLength(1);
  const [ledger = ''] = (await filesOf('.json')).map((name) => join(share, name));
  expect((await searchFolder(share, ['Zypressenwald', zarifa.note])).found).toEqual([]);

  const fresh = await restoreOnFreshPc(wegmarke, join(share, snapshot), code);
  await expect(fresh.getByText(retention.banner.repeated_one)).toBeVisible();
  await isListed(fresh, 'Zarifa', false);

  // A list of deletions that somebody damaged is said, once and for all, and not written over.
  const bytes = await readFile(ledger);
  bytes.writeUInt8(bytes.readUInt8(120) ^ 1, 120);
  await writeFile(ledger, bytes);
  const again = await restoreOnFreshPc(wegmarke, join(share, snapshot), code);
  await expect(again.getByText(retention.banner.missingLedger.damaged)).toBeVisible();
  await isListed(again, 'Zarifa', true);
  const audit = new ScreenAudit(['light', 'dark']);
  await atTheDesk(again);
  await audit.look(again, 'the list of deletions was damaged');
  const next = await wegmarke.restart();
  await unlock(next, administrator.passphrase);
  await expect(next.getByText(retention.banner.missingLedger.damaged)).toBeVisible();
  await press(next, retention.banner.understood);
  await expect(next.getByText(retention.banner.missingLedger.damaged)).toHaveCount(0);
  await openArea(next, 'administration');
  await wegmarke.answerOpenDialog(share);
  await press(next, safety.places.choose);
  await expect(next.getByText(safety.places.ledger.damaged)).toBeVisible();
  await audit.look(next, 'safety, a damaged list of deletions in the second place');
  audit.expectNothing(2);
  expect(await readFile(`${ledger}.damaged`)).toEqual(bytes);
  const last = await wegmarke.restart();
  await unlock(last, administrator.passphrase);
  await expect(last.getByText(retention.banner.missingLedger.damaged)).toHaveCount(0);
});

test('what is due goes in a run that is looked at and confirmed, and leaves a log without names', async ({
  wegmarke,
}) => {
  test.setTimeout(240_000);
  const { page } = wegmarke;
  await setUp(page, administrator);
  await createPerson(page, navid);
  await createPerson(page, zarifa);
  await press(page, people.departure.action);
  const day = page.getByRole('dialog').getByLabel(people.departure.day);
  await day.fill(`1.1.${new Date().getFullYear() - 1}`);
  await press(page, people.departure.confirm);
  await expect(page.getByRole('dialog')).toBeHidden();

  await openArea(page, 'administration');
  await follow(page, app.administration.retention);
  await expect(page.getByText(retention.periods.none)).toBeVisible();
  const audit = new ScreenAudit(['light', 'dark']);
  await atTheDesk(page);
  await audit.look(page, 'retention without periods');
  await expect(page.getByRole('button', { name: retention.due.look })).toHaveCount(0);
  await press(page, retention.periods.edit);
  await press(page, 'Speichern');
  await expect(page.getByText(retention.periods.byMissing)).toBeVisible();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(retention.class.badges.name).fill('300');
  await dialog.getByLabel(retention.class.badges.name).blur();
  await expect(dialog.getByText(retention.periods.monthsProblem.split('{{')[0] ?? '')).toBeVisible();
  await audit.look(page, 'periods');
  await dialog.getByLabel(retention.class.badges.name).fill('1');
  await dialog.getByLabel(retention.periods.by).fill('Datenschutzstelle');
  await dialog.getByLabel(retention.periods.on).fill('heute');
  await press(page, 'Speichern');
  await expect(dialog).toBeHidden();

  await press(page, retention.due.look);
  const table = page.getByRole('grid', { name: retention.due.table });
  await expect(table).toContainText('Zypressenwald');
  await expect(table).not.toContainText('Kastanienhof');
  await audit.look(page, 'due');
  await press(page, retention.due.run);
  await expect(dialog.getByText(retention.confirm.forever)).toBeVisible();
  await press(page, retention.confirm.go);
  await expect(dialog.getByText(retention.confirm.typeWrong)).toBeVisible();
  await audit.look(page, 'confirming');
  await dialog.getByRole('textbox').fill('1');
  await press(page, retention.confirm.go);
  await expect(dialog.getByText(counted(retention.run.finished, 1))).toBeVisible();
  await press(page, 'Schließen');
  const runs = page.getByRole('table', { name: retention.last.table });
  await expect(runs).toContainText(retention.last.outcomes.finished);
  await expect(runs).not.toContainText('Zypressenwald');
  await press(page, retention.due.look);
  await expect(page.getByText(retention.due.nothing)).toBeVisible();
  await audit.look(page, 'nothing due');
  audit.expectNothing(5);

  // The name stays until its own period has passed; the note is gone.
  await openPerson(page, 'Zarifa');
  await expect(page.getByText(zarifa.note)).toHaveCount(0);
  await openPerson(page, 'Navid');
  await expect(page.getByText(navid.note, { exact: false }).first()).toBeVisible();
});
