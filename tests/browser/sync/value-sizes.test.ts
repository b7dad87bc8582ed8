import { expect, it } from 'vitest';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import { madeGroup, madeMark, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { sheetBytes, valueBytes } from '#tests/scale/day-plan.ts';
import { facilitySealing } from '../data/harness.ts';
import { Site } from './site.ts';

const inSheet = 16;

/** Docs/scale.md stands on these sizes: they are those of what the app puts on the server. */
it('values on the server are as large as the plan of the simulation says', async () => {
  const site = new Site(await facilitySealing(), 1);
  try {
    const data = await site.stations[0]?.open();
    const run = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
      const answer = await data?.commands.execute(name, input);
      if (!answer?.ok) throw new Error(`refused: ${name} ${answer?.error.code}`);
      return answer.value;
    };
    const people: string[] = [];
    for (let at = 0; at < inSheet; at += 1) {
      const person = {
        ...{ ...madeParticipant('Mohammad Reza', 'Hosseini Nezhad'), number: `10${at}` },
        ...{ original: 'محمدرضا حسینی نژاد', birth: { kind: 'date' as const, date: '1990-03-12' } },
        ...{ languages: ['fa', 'de'], room: 'B 114', arrivedOn: '2026-09-01' },
      };
      people.push((await run('participant.create', person)).id);
    }
    const [first = ''] = people;
    await run('participant.update', { id: first, changes: { room: 'C 7' } });
    await run('badge.issue', { participantIds: [first] });
    const { id: offerId } = await run('offer.save', { id: null, offer: madeOffer() });
    const group = madeGroup(offerId, { capacity: inSheet });
    const { id: groupId } = await run('courseGroup.save', { id: null, group });
    await run('enrolment.add', { groupId, participantIds: people, enrolledOn: '2026-11-02' });
    const { id: sessionId } = await run('session.plan', { groupId, ...madeSlot('2026-11-23') });
    for (const person of people)
      await run('attendance.record', { sessionId, marks: [madeMark(person)], reason: null });

    const names = [];
    for await (const part of data?.replica.names() ?? []) names.push(...part);
    const rebasing = { offset: 0, serverTime: 0, settledUpTo: 'zzzz' };
    const out = await data?.replica.outgoing(
      names.map((name) => ({ ...name, rebasing })),
      async () => undefined,
    );
    if (!out?.ok) throw new Error('nothing to publish');
    const median = (kind: string): number => {
      const sizes = out.value.filter((one) => one.kind === kind).map(({ value }) => value.length);
      return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? Number.NaN;
    };
    const planned: Readonly<Record<string, number>> = {
      ...valueBytes,
      attendanceSheet: sheetBytes(inSheet),
    };
    for (const [kind, bytes] of Object.entries(planned)) {
      expect(median(kind) / bytes, kind).toBeGreaterThan(0.85);
      expect(median(kind) / bytes, kind).toBeLessThan(1.15);
    }
  } finally {
    await site.remove();
  }
});
