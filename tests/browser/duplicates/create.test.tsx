import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import { keptTwice, leave, open } from './duplicates-cases.tsx';

afterEach(leave);
beforeEach(() => page.viewport(1366, 768));

const aside = () => page.getByRole('complementary', { name: 'Vielleicht schon da' });
const dialog = () => page.getByRole('dialog');
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const amina = (services: Awaited<ReturnType<typeof keptTwice>>['services'], id: string) =>
  services.directory.get('participant', id);

/** Types Amina Ahmadi as somebody else would write her, with a number and a room. */
async function typeAmeena(): Promise<void> {
  await userEvent.keyboard('Ameena');
  await userEvent.fill(field('Familienname'), 'Ahmady');
  await userEvent.fill(field('Geburtsdatum'), '1.12.1999');
  await userEvent.fill(field('Nummer'), '6000');
  await userEvent.fill(field('Zimmer'), 'D 4');
}

describe('creating somebody who is likely there already', () => {
  it('shows them beside the form with the reasons in words, and the way to them', async () => {
    const { services, amina: id } = await keptTwice();
    await open(services, '/people/new');
    await expect.element(page.getByLabelText('Vorname')).toHaveFocus();
    await typeAmeena();
    await expect.element(aside()).toHaveTextContent('Vielleicht ist diese Person schon da:');
    await expect
      .element(aside())
      .toHaveTextContent(/gleicher Name in anderer Schreibweise: Ameena Ahmady \/ Amina Ahmadi/);
    await expect.element(aside()).toHaveTextContent('gleiches Geburtsdatum: 01.12.1999');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Diese Person öffnen' }).click();
    await expect.poll(() => document.body.dataset.address).toBe(`/people/${id}`);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(field('Familienname')).toHaveValue('Ahmady');
  });

  it('asks once: the same person opens, with what is new taken over as chosen, and that is taken back', async () => {
    const { services, amina: id } = await keptTwice();
    const before = amina(services, id);
    await open(services, '/people/new');
    await expect.element(page.getByLabelText('Vorname')).toHaveFocus();
    await typeAmeena();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog()).toHaveTextContent('Ist das Amina Ahmadi?');
    // A second Enter of somebody in a hurry decides nothing.
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog()).toBeVisible();
    expect(await violations()).toEqual([]);
    await dialog().getByRole('checkbox', { name: 'Zimmer: D 4' }).click();
    await page.getByRole('button', { name: 'Ist dieselbe Person' }).click();
    await expect.poll(() => document.body.dataset.address).toBe(`/people/${id}`);
    expect(services.directory.list('participant')).toHaveLength(6);
    await expect
      .poll(() => amina(services, id))
      .toMatchObject({ given: 'Amina', spellings: ['Ameena Ahmady'], number: '6000', room: null });
    await page.getByRole('button', { name: /Rückgängig/ }).click();
    await expect.poll(() => amina(services, id)).toEqual(before);
  });

  it('somebody else is created and remembered, and is no possible duplicate', async () => {
    const { services, amina: id } = await keptTwice();
    await open(services, '/people/new');
    await expect.element(page.getByLabelText('Vorname')).toHaveFocus();
    await typeAmeena();
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Ist jemand anderes' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Ameena Ahmady' })).toBeVisible();
    const created = services.directory.list('participant').find(({ given }) => given === 'Ameena')?.id ?? '';
    expect(services.directory.list('distinctPeople').map(({ people }) => [...people].sort())).toEqual([
      [id, created].sort(),
    ]);
    await open(services, '/people/duplicates');
    await expect
      .element(page.getByRole('status').filter({ hasText: /^Paar/ }))
      .toHaveTextContent('Paar 1 von 2');
  });

  it('nobody is asked about somebody whom nobody is like', async () => {
    const { services } = await keptTwice();
    await open(services, '/people/new');
    await expect.element(page.getByLabelText('Vorname')).toHaveFocus();
    await userEvent.keyboard('Selam{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Selam' })).toBeVisible();
  });
});

it('in English and in the dark', async () => {
  const { services } = await keptTwice();
  await open(services, '/people/new', { language: 'en', mode: 'dark' });
  await expect.element(page.getByLabelText('Given name')).toHaveFocus();
  await userEvent.keyboard('Muhammad');
  await userEvent.fill(field('Family name'), 'al Khatib');
  await userEvent.fill(field('Date of birth'), '14.03.1991');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog()).toHaveTextContent(/1 of 2 possible people/);
  expect(await violations()).toEqual([]);
});
