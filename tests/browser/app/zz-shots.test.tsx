import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Computer } from './started-app.tsx';

const passphrase = 'sieben Störche über Münster';
const shot = (name: string) =>
  page.screenshot({ path: `/work/main/tests/browser/app/__screenshots__/${name}.png` });

it('shots', async () => {
  await page.viewport(1366, 768);
  const computer = new Computer();
  await computer.start();
  await page.getByLabelText('Name der Einrichtung').fill('ZUE Münster');
  await shot('setup-1');
  await userEvent.keyboard('{Enter}');
  await shot('setup-1b');
  await page.getByLabelText('Ort', { exact: true }).fill('Münster');
  await userEvent.keyboard('{Enter}');
  await page.getByLabelText('Ihr Name').fill('Annegret Özdemir');
  await page.getByLabelText('Neue Passphrase').fill('Münster2024');
  await new Promise((r) => setTimeout(r, 1500));
  await userEvent.keyboard('{Enter}');
  await shot('setup-2-weak');
  await page.getByLabelText('Neue Passphrase').fill(passphrase);
  await page.getByLabelText('Passphrase wiederholen').fill(passphrase);
  await new Promise((r) => setTimeout(r, 500));
  await shot('setup-2');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('heading', { name: 'Der Wiederherstellungscode' }), { timeout: 15000 })
    .toBeVisible();
  await new Promise((r) => setTimeout(r, 2500));
  await shot('setup-3');
  const code = [...document.querySelectorAll('ol li')].map((li) => li.textContent).join('-');
  await page.getByRole('button', { name: 'Als PDF speichern' }).click();
  await new Promise((r) => setTimeout(r, 4000));
  await shot('setup-3b');
  await page.getByRole('button', { name: 'Ich habe das Blatt' }).click();
  await page.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill('ABC');
  await userEvent.keyboard('{Enter}');
  await new Promise((r) => setTimeout(r, 300));
  await shot('setup-4');
  await page.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill(code);
  await userEvent.keyboard('{Enter}');
  await new Promise((r) => setTimeout(r, 2500));
  await shot('open-empty');
  const services = computer.services();
  const run = async (name: any, input: any): Promise<any> => {
    const answer: any = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value;
  };
  const rows = Array.from({ length: 14 }, (_, i) => ({
    number: `M-${100 + i}`,
    given: ['Amina', 'Bilal', 'Mohammed', 'Genet'][i % 4],
    family: i % 5 === 4 ? null : ['Ahmadi', 'Öztürk', 'Haile'][i % 3],
    spellings: [],
    original: ['امینه احمدی', null, 'ሃይለ'][i % 3],
    birth: { kind: 'year', year: 1980 + i },
    languages: ['ar'],
    room: `B ${i}`,
    arrivedOn: null,
    departedOn: null,
    note: null,
  }));
  const { ids } = await run('participant.import', { rows });
  const { id: offerId } = await run('offer.save', {
    id: null,
    offer: {
      title: 'Erstorientierungskurs',
      area: 'language',
      subProject: null,
      partnerIds: [],
      level: 'A1',
      uePlanned: 300,
      contents: [],
      minimumAttendance: 75,
    },
  });
  const groups = [];
  for (const name of ['Erstorientierung A', 'Fahrradwerkstatt', 'Deutsch am Nachmittag'])
    groups.push(
      (
        await run('courseGroup.save', {
          id: null,
          group: {
            offerId,
            name,
            lead: null,
            room: '12',
            startsOn: '2026-11-02',
            endsOn: '2026-12-18',
            capacity: null,
          },
        })
      ).id,
    );
  await run('enrolment.add', {
    groupId: groups[0],
    participantIds: ids.slice(0, 8),
    enrolledOn: '2026-11-02',
  });
  await run('enrolment.add', {
    groupId: groups[1],
    participantIds: ids.slice(5, 14),
    enrolledOn: '2026-11-02',
  });
  const s = [];
  for (const [g, date, startsAt, endsAt] of [
    [0, '2026-11-23', 480, 570],
    [1, '2026-11-23', 600, 690],
    [2, '2026-11-23', 840, 930],
    [0, '2026-11-20', 480, 570],
    [1, '2026-11-19', 480, 570],
  ] as any)
    s.push(
      (
        await run('session.plan', {
          groupId: groups[g],
          date,
          startsAt,
          endsAt,
          room: g === 1 ? 'Halle' : '12',
        })
      ).id,
    );
  await run('attendance.record', {
    sessionId: s[0],
    marks: ids
      .slice(0, 8)
      .map((participantId: string) => ({ participantId, mark: 'present', minutes: null })),
  });
  await run('attendance.record', {
    sessionId: s[3],
    marks: ids
      .slice(0, 5)
      .map((participantId: string) => ({ participantId, mark: 'present', minutes: null })),
  });
  await new Promise((r) => setTimeout(r, 500));
  await shot('today');
  await userEvent.keyboard('{Control>}k{/Control}');
  await new Promise((r) => setTimeout(r, 400));
  await shot('search-empty');
  await userEvent.keyboard('moh');
  await new Promise((r) => setTimeout(r, 200));
  await shot('search');
  await userEvent.keyboard('{Escape}?');
  await new Promise((r) => setTimeout(r, 400));
  await shot('help');
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Annegret Özdemir Verwaltung' }).click();
  await new Promise((r) => setTimeout(r, 400));
  await shot('menu');
  await userEvent.keyboard('{Escape}');
  document.documentElement.setAttribute('data-scheme', 'dark');
  await new Promise((r) => setTimeout(r, 300));
  await shot('menu-closed');
  await page.getByRole('button', { name: 'Annegret Özdemir Verwaltung' }).click();
  await page.getByRole('menuitemradio', { name: 'Dunkel' }).click();
  await userEvent.keyboard('{Escape}');
  await new Promise((r) => setTimeout(r, 300));
  await shot('today-dark');
  await page.getByRole('button', { name: /gespeichert/ }).click();
  await new Promise((r) => setTimeout(r, 300));
  await shot('state-dark');
  await userEvent.keyboard('{Escape}{Control>}l{/Control}');
  await new Promise((r) => setTimeout(r, 800));
  await shot('lock');
  await page.getByLabelText('Passphrase', { exact: true }).fill('falsch');
  await userEvent.keyboard('{Enter}');
  await new Promise((r) => setTimeout(r, 2000));
  await shot('lock-wrong');
  await page.getByRole('button', { name: 'Wiederherstellungscode verwenden' }).click();
  await new Promise((r) => setTimeout(r, 300));
  await shot('recover');
  await page.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill(code);
  await userEvent.keyboard('{Enter}');
  await new Promise((r) => setTimeout(r, 1500));
  await shot('recovered');
  computer.host.siteSecret = null;
  await computer.start({ language: 'en' });
  await new Promise((r) => setTimeout(r, 500));
  await shot('needs-recovery-en');
  await page.viewport(683, 384);
  await new Promise((r) => setTimeout(r, 500));
  await shot('needs-recovery-en-200');
}, 90_000);
