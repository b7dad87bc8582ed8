import { note } from './define.ts';

/** Papers in a resident's own language that left the app; noted with the person whom they are for. */
export const paperCommands = {
  'paper.print': note('participant'),
  'paper.save': note('participant'),
} as const;
