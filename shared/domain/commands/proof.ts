import { z } from 'zod';
import { checkPageSchema } from '#shared/domain/proof/check-page.ts';
import { err, ok } from '#shared/domain/result.ts';
import { facilityId } from '../records/facility.ts';
import { command, note } from './define.ts';

/** What is done with the keys, lists and page behind proofs. The keys themselves are the vault's. */
export const proofCommands = {
  'proof.strikeOff': note('facility'),
  'proof.renew': note('facility'),
  /** The page or the list by which others check certificates left the app. */
  'proof.handOut': note('facility'),
  /** Where the page is hosted: the address stands before the digits in the codes that are issued from then on. */
  'proof.setCheckPage': command({
    input: z.strictObject({ checkPage: checkPageSchema.nullable() }),
    decide: async (reader, { checkPage }) => {
      const facility = await reader.get('facility', facilityId);
      if (!facility) return err({ code: 'facility.missing' });
      return ok({
        puts: [{ kind: 'facility', id: facilityId, value: { ...facility, checkPage } }],
        subjects: [{ kind: 'facility', id: facilityId }],
        output: null,
      });
    },
  }),
} as const;
