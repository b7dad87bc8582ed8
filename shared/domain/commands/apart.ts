import type { CommandContext } from './define.ts';

/** The put that remembers that two people are not the same person. */
export function apartPut(one: string, other: string, context: Pick<CommandContext, 'newId'>) {
  const people: [string, string] = one < other ? [one, other] : [other, one];
  return { kind: 'distinctPeople' as const, id: context.newId(), value: { people, withdrawn: false } };
}
