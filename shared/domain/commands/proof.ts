import { note, planners } from './define.ts';

/** What is done with the keys and lists behind proofs; noted with the facility. The keys themselves are the vault's. */
export const proofCommands = {
  'proof.strikeOff': note('facility', ['administrator']),
  'proof.renew': note('facility', ['administrator']),
  /** The page or the list by which others check certificates left the app. */
  'proof.handOut': note('facility', planners),
} as const;
