import type { RecordKind } from '#shared/domain/records/registry.ts';

/** What the fields of records are called, where they are named by their own word on a screen. */
const fieldLabels = {
  courseGroup: {
    offerId: 'courses:group.offer',
    name: 'courses:group.name',
    lead: 'courses:group.lead',
    leadAccountIds: 'courses:group.leadAccounts',
    room: 'courses:group.room',
    language: 'courses:group.language',
    startsOn: 'courses:group.startsOn',
    endsOn: 'courses:group.endsOn',
    capacity: 'courses:group.capacity',
    timetable: 'courses:timetable.title',
  },
  offer: {
    title: 'courses:offer.title',
    area: 'courses:offer.area',
    subProjectId: 'courses:offer.subProject',
    partnerIds: 'courses:offer.partners',
    level: 'courses:offer.level',
    uePlanned: 'courses:offer.uePlanned',
    contents: 'courses:offer.contents',
    modules: 'courses:modules.title',
    minimumAttendance: 'courses:offer.minimumAttendance',
    toleratedMinutes: 'courses:offer.toleratedMinutes',
    capacity: 'courses:offer.capacity',
    walkIns: 'courses:offer.walkIns',
  },
  partner: {
    name: 'courses:partner.name',
    shortName: 'courses:partner.shortName',
    logo: 'courses:partner.logo',
    contact: 'courses:partner.person',
    validFrom: 'courses:partner.validFrom',
    validTo: 'courses:partner.validTo',
  },
  subProject: {
    name: 'courses:subProject.name',
    area: 'courses:offer.area',
    partnerIds: 'courses:offer.partners',
  },
  session: {
    lead: 'attendance:assign.lead',
    moduleId: 'attendance:assign.module',
    breaks: 'attendance:breaks.title',
  },
  facility: { name: 'setup:facility.name', place: 'setup:facility.place' },
} as const satisfies Partial<Record<RecordKind, Readonly<Record<string, string>>>>;

type Labels = typeof fieldLabels;
type FieldLabel = { [K in keyof Labels]: Labels[K][keyof Labels[K]] }[keyof Labels];

/** The key of a field's word; `undefined`: it has none, as a newer version's field. */
export function fieldLabel(kind: RecordKind, field: string): FieldLabel | undefined {
  const known: Readonly<Record<string, FieldLabel>> | undefined =
    kind in fieldLabels ? fieldLabels[kind as keyof Labels] : undefined;
  return known && Object.hasOwn(known, field) ? known[field] : undefined;
}
