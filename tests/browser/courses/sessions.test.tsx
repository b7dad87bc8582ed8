import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import { madeGroup, madeSlot } from '#tests/memory/made.ts';
import { done, orientationGroup, orientationOffer } from './courses-cases.tsx';
import { button, close, field, link, open } from './open-screen.ts';

afterEach(close);

const sessionOn = async (services: Awaited<ReturnType<typeof orientationGroup>>['services'], date: string) =>
  (await services.records.all('session')).find(({ value }) => value.date === date)?.id ?? '';

describe('the sessions of a group', () => {
  it('stand by week, the next one in view, with what happened to them', async () => {
    const { services, groupId } = await orientationGroup();
    const slot = { ...madeSlot('2026-11-28', { startsAt: 600, endsAt: 690 }) };
    const { moduleId: _none, ...moved } = slot;
    await done(services, 'session.move', {
      ...{ id: await sessionOn(services, '2026-11-25'), slot: moved, reason: 'Raum belegt' },
    });
    await done(services, 'session.cancel', { id: await sessionOn(services, '2026-11-24'), reason: 'Krank' });
    await open(services, `/courses/groups/${groupId}`);
    await expect.element(page.getByText('59 Termine, 292 UE')).toBeVisible();
    const today = page.getByRole('link', { name: /^Mo 23\.11\.2026.*heute/ });
    await expect.element(today).toBeInViewport();
    await expect.element(page.getByRole('heading', { name: /^KW 48/ })).toBeInViewport();
    await expect.element(page.getByRole('heading', { name: /^KW 45/ })).not.toBeInViewport();
    await expect.element(page.getByRole('link', { name: /^Di 24\.11\.2026.*ausgefallen/ })).toBeVisible();
    await expect.element(page.getByRole('link', { name: /^Sa 28\.11\.2026.*verlegt.*Wohnen/ })).toBeVisible();
    await expect
      .element(link('Heutiger Termin: Anwesenheit'))
      .toHaveAttribute('href', `/sessions/${await sessionOn(services, '2026-11-23')}`);
    expect(await violations()).toEqual([]);
  });

  it('are planned one by one, the times used last first', async () => {
    const { services, offerId } = await orientationOffer();
    const { id: groupId } = await done(services, 'courseGroup.save', { id: null, group: madeGroup(offerId) });
    const slot = { ...madeSlot('2026-11-23', { endsAt: 780 }), breaks: [{ from: 660, to: 675 }] };
    await done(services, 'session.plan', { ...slot, groupId, moduleId: 'module-2' });
    await open(services, `/courses/groups/${groupId}`);
    await button('Termin planen').click();
    await expect.element(field('Beginn')).toHaveValue('9:00');
    await expect.element(field('Pause bis')).toHaveValue('11:15');
    await expect.element(page.getByRole('combobox', { name: 'Modul' })).toHaveTextContent('Wohnen');
    await expect.element(field('Tag')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Die Gruppe hat zu dieser Zeit schon einen Termin.')).toBeVisible();
    await field('Tag').fill('24.11.');
    await userEvent.keyboard('{Enter}');
    await expect.element(field('Tag')).toHaveValue('01.12.2026');
    await button('Pause entfernen').click();
    await field('Tag').click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await services.records.all('session')).length).toBe(3);
    const breaks = (await services.records.all('session')).map(({ value }) => value.breaks.length);
    expect(breaks).toEqual([1, 1, 0]);
  });

  it.each([
    [
      'de',
      'Die Pausen müssen zwischen Beginn und Ende des Termins liegen',
      'Ein Termin dauert mindestens 15',
    ],
    ['en', 'Breaks must lie between the start and the end', 'A session lasts at least 15'],
  ] as const)('say at the field why they can’t be (%s)', async (language, pause, short) => {
    const german = language === 'de';
    const { services, offerId } = await orientationOffer();
    const { id: groupId } = await done(services, 'courseGroup.save', { id: null, group: madeGroup(offerId) });
    await open(services, `/courses/groups/${groupId}`, { language });
    await button(german ? 'Termin planen' : 'Plan a session').click();
    await field(german ? 'Beginn' : 'Start').fill('9');
    await field(german ? 'Ende' : 'End').fill('9:10');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(short, { exact: false })).toBeVisible();
    await field(german ? 'Ende' : 'End').fill('11');
    await button(german ? 'Pause einfügen' : 'Add a break').click();
    await field(german ? 'Pause bis' : 'Break until').fill('12');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(pause, { exact: false })).toBeVisible();
    expect(await services.records.all('session')).toEqual([]);
  });

  it('say before they are planned what is taken at that time', async () => {
    const { services, offerId } = await orientationGroup();
    const group = madeGroup(offerId, { name: 'Gruppe B', lead: null });
    const { id } = await done(services, 'courseGroup.save', { id: null, group });
    await open(services, `/courses/groups/${id}`);
    await button('Termin planen').click();
    await field('Beginn').fill('10');
    await field('Ende').fill('11');
    await expect
      .element(
        page.getByText(/^Raum R 12 ist am Mo 23\.11\.2026, 9:00 bis|^Raum R 12 ist am Mo 23\.11\.2026/),
      )
      .toBeVisible();
    await field('Raum').fill('R 7');
    await expect.element(page.getByText(/^Raum R 12 ist/)).not.toBeInTheDocument();
  });
});
