import { z } from 'zod';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { facilityId, facilitySchema } from '../records/facility.ts';
import { type Offer, offerSchema } from '../records/offer.ts';
import { partnerSchema } from '../records/partner.ts';
import { subProjectSchema } from '../records/sub-project.ts';
import { command, type Refusal } from './define.ts';

async function hasPartners(reader: RecordReader, ids: readonly string[]): Promise<boolean> {
  return (await reader.getMany('partner', ids)).length === new Set(ids).size;
}

async function offerProblem(reader: RecordReader, offer: Offer): Promise<Refusal | undefined> {
  if (!(await hasPartners(reader, offer.partnerIds)))
    return { code: 'offer.partner-missing', field: 'partnerIds' };
  const subProject = offer.subProjectId && (await reader.get('subProject', offer.subProjectId));
  if (subProject === undefined) return { code: 'offer.sub-project-missing', field: 'subProjectId' };
  if (subProject && subProject.area !== offer.area)
    return { code: 'offer.sub-project-of-other-area', field: 'subProjectId' };
  if (new Set(offer.modules.map(({ id }) => id)).size !== offer.modules.length)
    return { code: 'offer.module-twice', field: 'modules' };
  const sum = offer.modules.reduce((units, { ue }) => units + ue, 0);
  if (offer.modules.length > 0 && sum !== offer.uePlanned)
    return { code: 'offer.modules-sum', field: 'uePlanned', values: { sum } };
  return undefined;
}

/** The facility and what is offered there: partners, Teilprojekte, offers. */
export const offerCommands = {
  'facility.save': command({
    input: facilitySchema.omit({ checkPage: true }).strip(),
    decide: async (reader, facility) => {
      const value = { checkPage: null, ...(await reader.get('facility', facilityId)), ...facility };
      return ok({
        puts: [{ kind: 'facility', id: facilityId, value }],
        subjects: [{ kind: 'facility', id: facilityId }],
        output: { id: facilityId },
      });
    },
  }),
  'partner.save': command({
    input: z.strictObject({ id: z.string().nullable(), partner: partnerSchema.strip() }),
    decide: async (reader, { id, partner }, context) => {
      const { validFrom, validTo } = partner;
      if (validFrom !== null && validTo !== null && validTo < validFrom)
        return err({ code: 'partner.ends-before-start', field: 'validTo' });
      const before = id === null ? undefined : await reader.get('partner', id);
      if (id !== null && !before) return err({ code: 'partner.missing' });
      const target = id ?? context.newId();
      return ok({
        puts: [{ kind: 'partner', id: target, value: { ...before, ...partner } }],
        subjects: [{ kind: 'partner', id: target }],
        output: { id: target },
      });
    },
  }),
  'subProject.save': command({
    input: z.strictObject({ id: z.string().nullable(), subProject: subProjectSchema.strip() }),
    decide: async (reader, { id, subProject }, context) => {
      if (!(await hasPartners(reader, subProject.partnerIds)))
        return err({ code: 'offer.partner-missing', field: 'partnerIds' });
      const before = id === null ? undefined : await reader.get('subProject', id);
      if (id !== null && !before) return err({ code: 'subProject.missing' });
      const offers = before && before.area !== subProject.area ? await reader.all('offer') : [];
      if (offers.some(({ value }) => value.subProjectId === id))
        return err({ code: 'subProject.has-offers', field: 'area' });
      const target = id ?? context.newId();
      return ok({
        puts: [{ kind: 'subProject', id: target, value: { ...before, ...subProject } }],
        subjects: [{ kind: 'subProject', id: target }],
        output: { id: target },
      });
    },
  }),
  'offer.save': command({
    input: z.strictObject({ id: z.string().nullable(), offer: offerSchema.strip() }),
    decide: async (reader, { id, offer }, context) => {
      const problem = await offerProblem(reader, offer);
      if (problem) return err(problem);
      const before = id === null ? undefined : await reader.get('offer', id);
      if (id !== null && !before) return err({ code: 'offer.missing' });
      const target = id ?? context.newId();
      return ok({
        puts: [{ kind: 'offer', id: target, value: { ...before, ...offer } }],
        subjects: [{ kind: 'offer', id: target }],
        output: { id: target },
      });
    },
  }),
} as const;
