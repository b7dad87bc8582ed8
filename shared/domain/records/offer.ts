import { z } from 'zod';
import { recordType } from './define.ts';

/** The three programme areas of the Modellprojekt Integration Münster. */
export const programmeAreas = ['language', 'day-structure', 'vocational'] as const;

/** Levels of the Common European Framework (GER). A course has a level; people are never given one here. */
export const courseLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

const contents = z.array(z.string().trim().min(1).max(200)).max(20);

/** A part of an offer with teaching units (UE) and contents of its own; sessions name the module they belong to. */
const moduleSchema = z.looseObject({
  id: z.string(),
  title: z.string().trim().min(1).max(160),
  ue: z.int().min(1).max(2000),
  contents,
});

/** More modules than this are a slip: an Erstorientierungskurs has six. */
export const mostModules = 40;

/** Minutes of a teaching unit that may be missed where an offer says nothing else (attendance/teaching-units.ts). */
export const usualToleratedMinutes = 15;

export const offerSchema = z.looseObject({
  title: z.string().trim().min(1).max(160),
  area: z.enum(programmeAreas),
  subProjectId: z.string().nullable(),
  partnerIds: z.array(z.string()).max(20),
  level: z.enum(courseLevels).nullable(),
  /** Teaching units (UE) of 45 minutes that a group is planned with; the sum of the modules where there are any. */
  uePlanned: z.int().min(1).max(2000),
  /** What is taught; printed on the certificate, one line each. */
  contents,
  modules: z.array(moduleSchema).max(mostModules),
  /** Share of UE that a certificate takes, in percent. */
  minimumAttendance: z.int().min(0).max(100),
  /** A unit counts as attended if at most this many of its minutes were missed. */
  toleratedMinutes: z.int().min(0).max(45),
  /** Places that a new group begins with; `null` without a limit. */
  capacity: z.int().min(1).max(500).nullable(),
  /** Whether people who aren't enrolled are welcome. */
  walkIns: z.boolean(),
});
export type Offer = z.infer<typeof offerSchema>;
export const offerType = recordType(
  offerSchema,
  () => ({}),
  [
    (offer) => ({
      ...offer,
      subProjectId: null,
      modules: [],
      toleratedMinutes: usualToleratedMinutes,
      capacity: null,
      walkIns: false,
    }),
  ],
  {
    together: [
      ['area', 'subProjectId'],
      ['uePlanned', 'modules'],
    ],
  },
);
