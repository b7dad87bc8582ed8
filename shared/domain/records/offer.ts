import { z } from 'zod';
import { recordType } from './define.ts';

/** The three programme areas of the Modellprojekt Integration Münster. */
export const programmeAreas = ['language', 'day-structure', 'vocational'] as const;

/** Levels of the Common European Framework (GER). A course has a level; people are never given one here. */
export const courseLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

export const offerSchema = z.looseObject({
  title: z.string().trim().min(1).max(160),
  area: z.enum(programmeAreas),
  subProject: z.string().trim().min(1).max(120).nullable(),
  partnerIds: z.array(z.string()).max(20),
  level: z.enum(courseLevels).nullable(),
  /** Teaching units (UE) of 45 minutes that a group is planned with. */
  uePlanned: z.int().min(1).max(2000),
  /** What is taught; printed on the certificate, one line each. */
  contents: z.array(z.string().trim().min(1).max(200)).max(20),
  /** Share of UE that a certificate takes, in percent. */
  minimumAttendance: z.int().min(0).max(100),
});
export type Offer = z.infer<typeof offerSchema>;
export const offerType = recordType(offerSchema, () => ({}));
