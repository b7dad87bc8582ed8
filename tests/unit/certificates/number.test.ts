import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  alphabet,
  drawCertificateNumber,
  isCertificateNumber,
  printedNumber,
} from '#shared/domain/certificates/number.ts';
import { madeRequests } from '#tests/memory/made.ts';
import { seeded } from '../commands/seeded.ts';

const draw = (): string => drawCertificateNumber((count) => new Uint8Array(randomBytes(count)));

describe('numbers of certificates', () => {
  it('of 200,000 that several workstations issue, one of them restored in between, none comes twice', () => {
    const workstations = Array.from({ length: 5 }, () => new Set<string>());
    const all: string[] = [];
    const issue = (at: number, count: number): void => {
      for (let one = 0; one < count; one += 1) {
        const number = draw();
        workstations[at]?.add(number);
        all.push(number);
      }
    };
    for (const at of workstations.keys()) issue(at, 20_000);
    // The third one goes back to what it was before it issued anything: nothing that it knows keeps it from repeating.
    workstations[2]?.clear();
    for (const at of workstations.keys()) issue(at, 20_000);
    expect(all).toHaveLength(200_000);
    expect(new Set(all).size).toBe(200_000);
    expect(all.every(isCertificateNumber)).toBe(true);
  });

  it('do not follow from what a workstation holds: restored and cloned ones issue other numbers', async () => {
    const { done, records, tables, groupId, sessionId, amina } = await seeded();
    const mark = { participantId: amina, mark: 'present' as const, late: null, early: null };
    await done('attendance.record', { sessionId, marks: [mark], reason: null });
    const numbers = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      const { ids } = await done('certificate.issue', madeRequests(groupId, [amina]));
      const number = (await records.get('certificate', ids[0] ?? ''))?.number;
      if (number === undefined) throw new Error('nothing was issued');
      numbers.add(number);
      // The snapshot that it is restored from was made before the issue.
      tables.certificate?.clear();
    }
    expect(numbers.size).toBe(5);
  });

  it('with a single wrong character are noticed, whichever it is', () => {
    const wrongOnes: string[] = [];
    for (let round = 0; round < 300; round += 1) {
      const number = draw();
      for (let at = 0; at < number.length; at += 1)
        for (const wrong of alphabet)
          if (wrong !== number[at]) wrongOnes.push(number.slice(0, at) + wrong + number.slice(at + 1));
    }
    expect(wrongOnes.filter(isCertificateNumber)).toEqual([]);
  });

  it('with two swapped characters are noticed, wherever they stand', () => {
    const wrongOnes: string[] = [];
    for (let round = 0; round < 300; round += 1) {
      const number = draw();
      for (let from = 0; from < number.length; from += 1)
        for (let to = from + 1; to < number.length; to += 1) {
          const swapped = Array.from(number);
          [swapped[from], swapped[to]] = [number[to] ?? '', number[from] ?? ''];
          if (swapped.join('') !== number) wrongOnes.push(swapped.join(''));
        }
    }
    expect(wrongOnes.filter(isCertificateNumber)).toEqual([]);
  });

  it('may be typed as read: small letters, with or without hyphens, O for 0, I and L for 1', () => {
    for (let round = 0; round < 100; round += 1) {
      const number = draw();
      const typed = printedNumber(number).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
      expect(isCertificateNumber(typed)).toBe(true);
      expect(isCertificateNumber(number.slice(1))).toBe(false);
    }
  });
});
