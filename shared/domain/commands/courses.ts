import { z } from 'zod';
import { err, ok } from '#shared/domain/result.ts';
import { courseGroupSchema } from '../records/course-group.ts';
import { facilityId, facilitySchema } from '../records/facility.ts';
import { offerSchema } from '../records/offer.ts';
import { partnerSchema } from '../records/partner.ts';
import { sessionSchema } from '../records/session.ts';
import { command, planners, teachers } from './define.ts';
import { openPlaces } from './enrolments.ts';

/** A session shorter than this can't hold a teaching unit and is refused as a slip. */
const shortestSession = 15;

export const courseCommands = {
  'facility.save': command({
    roles: ['administrator'],
    input: facilitySchema.strip(),
    decide: async (reader, facility) => {
      const value = { ...(await reader.get('facility', facilityId)), ...facility };
      return ok({
        puts: [{ kind: 'facility', id: facilityId, value }],
        subjects: [{ kind: 'facility', id: facilityId }],
        output: { id: facilityId },
      });
    },
  }),
  'partner.save': command({
    roles: planners,
    input: z.strictObject({ id: z.string().nullable(), partner: partnerSchema.strip() }),
    decide: async (reader, { id, partner }, context) => {
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
  'offer.save': command({
    roles: planners,
    input: z.strictObject({ id: z.string().nullable(), offer: offerSchema.strip() }),
    decide: async (reader, { id, offer }, context) => {
      const partners = await reader.getMany('partner', offer.partnerIds);
      if (partners.length !== new Set(offer.partnerIds).size)
        return err({ code: 'offer.partner-missing', field: 'partnerIds' });
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
  'courseGroup.save': command({
    roles: planners,
    input: z.strictObject({ id: z.string().nullable(), group: courseGroupSchema.strip() }),
    decide: async (reader, { id, group }, context) => {
      if (group.endsOn < group.startsOn)
        return err({ code: 'courseGroup.ends-before-start', field: 'endsOn' });
      if (!(await reader.get('offer', group.offerId)))
        return err({ code: 'courseGroup.offer-missing', field: 'offerId' });
      const before = id === null ? undefined : await reader.get('courseGroup', id);
      if (id !== null && !before) return err({ code: 'courseGroup.missing' });
      const enrolled = id === null ? 0 : (await openPlaces(reader, id)).length;
      if (group.capacity !== null && group.capacity < enrolled)
        return err({ code: 'courseGroup.capacity-below-enrolled', field: 'capacity', values: { enrolled } });
      const target = id ?? context.newId();
      return ok({
        puts: [{ kind: 'courseGroup', id: target, value: { ...before, ...group } }],
        subjects: [{ kind: 'courseGroup', id: target }],
        output: { id: target },
      });
    },
  }),
  'session.plan': command({
    roles: teachers,
    input: sessionSchema
      .pick({ groupId: true, date: true, startsAt: true, endsAt: true, room: true })
      .strict(),
    decide: async (reader, input, context) => {
      const group = await reader.get('courseGroup', input.groupId);
      if (!group) return err({ code: 'session.group-missing', field: 'groupId' });
      if (input.endsAt <= input.startsAt) return err({ code: 'session.ends-before-start', field: 'endsAt' });
      if (input.endsAt - input.startsAt < shortestSession)
        return err({ code: 'session.too-short', field: 'endsAt', values: { minutes: shortestSession } });
      if (input.date < group.startsOn || input.date > group.endsOn)
        return err({ code: 'session.outside-period', field: 'date' });
      const others = await reader.where('session', 'groupId', input.groupId);
      const overlapping = others.some(
        ({ value }) =>
          !value.cancelled &&
          value.date === input.date &&
          value.startsAt < input.endsAt &&
          input.startsAt < value.endsAt,
      );
      if (overlapping) return err({ code: 'session.overlaps', field: 'startsAt' });
      const id = context.newId();
      return ok({
        puts: [{ kind: 'session', id, value: { ...input, cancelled: null } }],
        subjects: [{ kind: 'session', id }],
        output: { id },
      });
    },
  }),
} as const;
