import { describe, expect, it } from 'vitest';
import { madeGroup, madeOffer, madePartner } from '#tests/memory/made.ts';
import { seeded, today } from './seeded.ts';

describe('partners, offers and groups', () => {
  it('keep fields of a newer version when they are saved again', async () => {
    const seed = await seeded();
    seed.tables.partner?.set('p', { ...madePartner('IHK'), later: 'x' });
    await seed.done('partner.save', {
      id: 'p',
      partner: madePartner('IHK Nord Westfalen'),
    });
    expect(await seed.records.get('partner', 'p')).toEqual({
      ...madePartner('IHK Nord Westfalen'),
      later: 'x',
    });
  });

  it('are not made under an id that is not there', async () => {
    const { commands, offerId } = await seeded();
    const codes = [
      await commands.execute('partner.save', { id: 'gone', partner: madePartner('IHK') }),
      await commands.execute('offer.save', { id: 'gone', offer: madeOffer() }),
      await commands.execute('courseGroup.save', { id: 'gone', group: madeGroup(offerId) }),
    ].map((answer) => (answer.ok ? 'saved' : answer.error.code));
    expect(codes).toEqual(['partner.missing', 'offer.missing', 'courseGroup.missing']);
  });

  it('an offer needs partners that are there', async () => {
    const { commands } = await seeded();
    const answer = await commands.execute('offer.save', {
      id: null,
      offer: madeOffer({ partnerIds: ['gone'] }),
    });
    expect(answer).toEqual({ ok: false, error: { code: 'offer.partner-missing', field: 'partnerIds' } });
  });

  it.each([
    ['ends before it starts', { endsOn: '2026-11-01' }, 'courseGroup.ends-before-start', 'endsOn'],
    ['has no offer', { offerId: 'gone' }, 'courseGroup.offer-missing', 'offerId'],
    ['has no places', { capacity: 0 }, 'input', 'group.capacity'],
    ['has a name of 10,000 characters', { name: 'a'.repeat(10_000) }, 'input', 'group.name'],
    ['has a day that is none', { startsOn: '2026-02-30' }, 'input', 'group.startsOn'],
  ])('a group that %s is refused and nothing is saved', async (_case, changes, code, field) => {
    const { commands, offerId, records } = await seeded();
    const answer = await commands.execute('courseGroup.save', {
      id: null,
      group: madeGroup(offerId, changes),
    });
    expect(answer).toEqual({ ok: false, error: { code, field } });
    expect(await records.all('courseGroup')).toHaveLength(1);
  });

  it('a group keeps a place for everybody enrolled', async () => {
    const { commands, offerId, groupId } = await seeded();
    const answer = await commands.execute('courseGroup.save', {
      id: groupId,
      group: madeGroup(offerId, { capacity: 1 }),
    });
    expect(answer).toEqual({
      ok: false,
      error: { code: 'courseGroup.capacity-below-enrolled', field: 'capacity', values: { enrolled: 2 } },
    });
  });
});

describe('sessions', () => {
  const times = { date: '2026-11-24', startsAt: 540, endsAt: 630, breaks: [], room: null, moduleId: null };

  it.each([
    ['of no group', { groupId: 'gone' }, 'session.group-missing'],
    ['ending before it starts', { startsAt: 630, endsAt: 540 }, 'session.ends-before-start'],
    ['over midnight', { startsAt: 1400, endsAt: 30 }, 'session.ends-before-start'],
    ['of 14 minutes', { endsAt: 554 }, 'session.too-short'],
    ['before the group starts', { date: '2026-11-01' }, 'session.outside-period'],
    ['after the group ends', { date: '2026-12-19' }, 'session.outside-period'],
    ['overlapping another of the group', { date: today, startsAt: 629, endsAt: 700 }, 'session.overlaps'],
    ['within another of the group', { date: today, startsAt: 560, endsAt: 600 }, 'session.overlaps'],
  ])('%s are refused', async (_case, changes, code) => {
    const { commands, groupId } = await seeded();
    const answer = await commands.execute('session.plan', { groupId, ...times, ...changes });
    expect(answer).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    ['that follows at once', { date: today, startsAt: 630, endsAt: 675 }],
    ['of 15 minutes', { endsAt: 555 }],
    ['until midnight', { startsAt: 1380, endsAt: 1440 }],
    ['on the last day', { date: '2026-12-18' }],
  ])('one %s is planned', async (_case, changes) => {
    const { commands, groupId } = await seeded();
    expect((await commands.execute('session.plan', { groupId, ...times, ...changes })).ok).toBe(true);
  });
});
