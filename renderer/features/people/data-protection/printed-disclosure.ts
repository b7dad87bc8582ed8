import type { TFunction } from 'i18next';
import type { PrintedDisclosure } from '#renderer/documents/disclosure/disclosure-document.ts';
import { fieldTexts } from '#renderer/i18n/person-field-texts.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { birthText } from '#shared/domain/people/birth-text.ts';
import { retentionClasses, retentionRules } from '#shared/domain/retention/classes.ts';
import { type Disclosure, disclosureText } from '#shared/domain/retention/disclosure.ts';

/** German texts: on paper everything speaks German, as all of our papers do. */
interface Texts {
  readonly t: TFunction<'retention'>;
  readonly people: TFunction<'people'>;
  readonly app: TFunction<'app'>;
  readonly languageName: (code: string) => string;
}

type Section = PrintedDisclosure['sections'][number];

const german = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short' });
const moment = (at: string): string => german.format(new Date(at));
const day = (date: string | null): string => (date === null ? '–' : germanDate(date));
const joined = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join('; ');
const courseText = ({ offer, group }: { readonly offer: string; readonly group: string }): string =>
  offer === group || offer === '' ? group : `${offer} – ${group}`;

/** What is held about a person, as it is printed for them. */
export function printedDisclosure(
  disclosure: Disclosure,
  printedOn: string,
  texts: Texts,
): PrintedDisclosure {
  const { t } = texts;
  const { facility, person, madeAt } = disclosure;
  return {
    ...{ facility: facility.name, printedOn, name: fullName(person), file: disclosureText(disclosure) },
    introduction: [
      `${t('disclosure.intro', { facility: facility.name })} ${t('disclosure.madeAt', { at: moment(madeAt) })}`,
      ...[t('disclosure.purpose'), t('disclosure.rights')],
    ],
    sections: [
      ...personSections(disclosure, texts),
      ...courseSections(disclosure, texts),
      ...otherSections(disclosure, texts),
    ],
  };
}

/** A section with a table; without rows it says that there is nothing. */
function table(
  t: Texts['t'],
  name: keyof typeof sectionHeads,
  rows: readonly (readonly string[])[],
): Section {
  const head = sectionHeads[name].map((column) => t(`disclosure.head.${column}`));
  const title = t(`disclosure.section.${name}`);
  return { title, head, rows, note: rows.length === 0 ? t('disclosure.nothing') : null };
}

const sectionHeads = {
  badges: ['number', 'issued', 'ended'],
  places: ['course', 'from', 'until', 'end'],
  attendance: ['day', 'course', 'mark', 'recorded'],
  lists: ['day', 'course', 'number', 'printed'],
  decisions: ['course', 'decision', 'reason', 'day'],
  certificates: ['number', 'issued', 'content', 'state'],
} as const;

function personSections({ person, mergedRecords, badges, changes }: Disclosure, texts: Texts): Section[] {
  const { t, people, app } = texts;
  const { label, value } = fieldTexts({ people, retention: t, languageName: texts.languageName });
  const facts = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record).map(([name, given]) => [label(name), value(name, given)]);
  return [
    { title: t('disclosure.section.person'), note: null, head: null, rows: facts(person) },
    ...mergedRecords.map((record) => ({
      ...{ title: t('disclosure.merged'), note: null, head: null, rows: facts(record) },
    })),
    {
      title: t('disclosure.section.changes'),
      note: changes.length === 0 ? t('disclosure.nothing') : null,
      head: (['at', 'who', 'field', 'before', 'after'] as const).map((column) => t(`changes.${column}`)),
      rows: changes.flatMap(({ at, role, fields }) =>
        fields.map(({ name, before, after }) => [
          ...[moment(at), app(`role.${role}`), label(name), value(name, before), value(name, after)],
        ]),
      ),
    },
    table(
      t,
      'badges',
      badges.map(({ number, issuedAt, endedAt }) => [
        ...[number, moment(issuedAt), endedAt === null ? t('disclosure.valid') : moment(endedAt)],
      ]),
    ),
  ];
}

type Line = Disclosure['attendance'][number]['lines'][number];

function markText({ t, people }: Texts, line: Pick<Line, 'mark' | 'late' | 'early'>): string {
  const { mark, late, early } = line;
  return joined(
    people(`account.marks.${mark}`),
    late !== null && t('disclosure.late', { minutes: late }),
    early !== null && t('disclosure.early', { minutes: early }),
  );
}

function courseSections(
  { places, attendance, signatureLists, decisions, certificates }: Disclosure,
  texts: Texts,
): Section[] {
  const { t, people } = texts;
  const lineText = (line: Line): string =>
    joined(
      markText(texts, line),
      line.walkedInAs !== null && t('disclosure.walkedInAs', { name: line.walkedInAs }),
      line.atKiosk && t('disclosure.atKiosk'),
      ...line.corrections.map((correction) =>
        t('disclosure.correction', { before: markText(texts, correction), reason: correction.reason }),
      ),
    );
  return [
    table(
      t,
      'places',
      places.map((place) => [
        ...[courseText(place), day(place.enrolledOn), day(place.endedOn)],
        place.waitingSince !== null
          ? t('disclosure.waiting', { at: moment(place.waitingSince.split(' ')[0] ?? '') })
          : place.endReason === null
            ? t('disclosure.open')
            : people(`endReason.${place.endReason}`),
      ]),
    ),
    table(
      t,
      'attendance',
      attendance.flatMap((session) =>
        session.lines.map((line) => [
          ...[day(session.date), courseText(session), lineText(line), moment(line.recordedAt)],
        ]),
      ),
    ),
    table(
      t,
      'lists',
      signatureLists.map((list) => [day(list.date), courseText(list), list.number, moment(list.printedAt)]),
    ),
    table(
      t,
      'decisions',
      decisions.map((decision) => [
        ...[courseText(decision), t(`disclosure.${decision.decision ?? 'takenBack'}`)],
        ...[decision.reason, day(decision.decidedOn)],
      ]),
    ),
    table(
      t,
      'certificates',
      certificates.map((certificate) => [
        ...[certificate.number, day(certificate.issuedOn), certificateText(certificate, t)],
        joined(
          certificate.revoked === null
            ? t('disclosure.valid')
            : t('disclosure.revoked', {
                day: day(certificate.revoked.on),
                reason: certificate.revoked.reason,
              }),
          certificate.copies.length > 0 && t('disclosure.copies', { count: certificate.copies.length }),
        ),
      ]),
    ),
  ];
}

function certificateText(certificate: Disclosure['certificates'][number], t: Texts['t']): string {
  const { offerTitle: offer, periodFrom, periodTo, ueAttended: attended, ueOffered: offered } = certificate;
  const birth = birthText(certificate.birth);
  const names = [certificate.name, ...(certificate.originalName === null ? [] : [certificate.originalName])];
  return joined(
    t('disclosure.certificate', {
      ...{ offer, from: day(periodFrom), until: day(periodTo), attended, offered, name: names.join(' / ') },
    }),
    birth !== '' && t('disclosure.certificateBirth', { birth }),
    certificate.module?.title,
    certificate.result !== null && `${certificate.result.test}: ${certificate.result.level}`,
  );
}

function otherSections({ toldApart, merges, periods }: Disclosure, { t }: Texts): Section[] {
  const said = [
    ...(toldApart > 0 ? [t('disclosure.toldApart', { count: toldApart })] : []),
    ...merges.map(({ at, undoneAt }) =>
      joined(
        t('disclosure.mergedAt', { at: moment(at) }),
        undoneAt !== null && t('disclosure.unmergedAt', { at: moment(undoneAt) }),
      ),
    ),
    t('disclosure.audit'),
  ];
  const rows = retentionClasses.map((name) => {
    const { trigger, mechanism } = retentionRules[name];
    const months = t('periods.months', { count: periods?.months[name] ?? 0 });
    return [
      t(`class.${name}.name`),
      t('disclosure.periodText', {
        ...{ months, trigger: t(`trigger.${trigger}`), mechanism: t(`mechanism.${mechanism}`) },
      }),
    ];
  });
  return [
    { title: t('disclosure.section.other'), note: said.join(' '), head: null, rows: [] },
    {
      title: t('disclosure.section.periods'),
      ...{ note: periods ? null : t('disclosure.noPeriods'), head: null, rows: periods ? rows : [] },
    },
  ];
}
