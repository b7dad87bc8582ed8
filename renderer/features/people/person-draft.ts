/** What the form holds, and how it becomes a participant. */
import { languageCode } from '#shared/domain/languages.ts';
import { birthText } from '#shared/domain/people/birth-text.ts';
import {
  mostSpellings,
  type NewParticipant,
  newParticipantSchema,
  type Participant,
  withYearOnlyBirth,
} from '#shared/domain/records/participant.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { cleanText } from '#shared/domain/roster/cell-text.ts';
import { readBirth } from '#shared/domain/roster/day-text.ts';

export interface PersonDraft {
  readonly given: string;
  readonly family: string;
  readonly original: string;
  readonly spellings: readonly string[];
  readonly birth: string;
  readonly number: string;
  readonly room: string;
  readonly languages: readonly string[];
  readonly arrivedOn: string | null;
  /** Not in the form: a departure is a deed of its own. */
  readonly departedOn: string | null;
  readonly noteText: string;
  readonly notePurpose: string;
}
export type PersonField = keyof PersonDraft;

type FieldProblem =
  | 'required'
  | 'too-long'
  | 'too-many'
  | 'birth-unreadable'
  | 'birth-impossible'
  | 'birth-future'
  | 'birth-too-early'
  | 'arrives-after-departure'
  | 'purpose-missing'
  | 'number-taken';
export type FieldProblems = Readonly<Partial<Record<PersonField, FieldProblem>>>;

export const emptyDraft: PersonDraft = {
  given: '',
  family: '',
  original: '',
  spellings: [],
  birth: '',
  number: '',
  room: '',
  languages: [],
  arrivedOn: null,
  departedOn: null,
  noteText: '',
  notePurpose: '',
};

export function draftOf(person: Participant): PersonDraft {
  return {
    given: person.given,
    family: person.family ?? '',
    original: person.original ?? '',
    spellings: person.spellings,
    birth: birthText(person.birth),
    number: person.number ?? '',
    room: person.room ?? '',
    languages: person.languages,
    arrivedOn: person.arrivedOn,
    departedOn: person.departedOn,
    noteText: person.note?.text ?? '',
    notePurpose: person.note?.purpose ?? '',
  };
}

export const isSameDraft = (a: PersonDraft, b: PersonDraft): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const longest = {
  given: 200,
  family: 200,
  original: 200,
  number: 40,
  room: 20,
  noteText: 2000,
  notePurpose: 200,
} as const;
const textFields = Object.keys(longest) as (keyof typeof longest)[];
/** Of the lists: how many texts, and how long each may be. */
const lists = {
  spellings: { most: mostSpellings, longest: 200 },
  languages: { most: 12, longest: 40 },
} as const;
const listFields = Object.keys(lists) as (keyof typeof lists)[];

const line = (text: string): string => cleanText(text).text;
const orNull = (text: string): string | null => (line(text) === '' ? null : line(text));
const once = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
const listIn = (draft: PersonDraft, field: keyof typeof lists): string[] =>
  field === 'languages' ? once(draft.languages.map(languageCode)) : once(draft.spellings.map(line));

function problemsIn(draft: PersonDraft, today: string, isTaken: (number: string) => boolean): FieldProblems {
  const problems: Partial<Record<PersonField, FieldProblem>> = {};
  for (const field of textFields)
    if (draft[field].trim().length > longest[field]) problems[field] = 'too-long';
  if (line(draft.given) === '') problems.given = 'required';
  for (const field of listFields) {
    const texts = listIn(draft, field);
    if (texts.length > lists[field].most) problems[field] = 'too-many';
    if (texts.some((text) => text.length > lists[field].longest)) problems[field] = 'too-long';
  }
  const { problem } = readBirth(line(draft.birth), today);
  if (problem && problem !== 'incomplete') problems.birth = `birth-${problem}`;
  const number = orNull(draft.number);
  if (number !== null && isTaken(number)) problems.number = 'number-taken';
  if (draft.arrivedOn !== null && draft.departedOn !== null && draft.departedOn < draft.arrivedOn)
    problems.arrivedOn = 'arrives-after-departure';
  if (draft.noteText.trim() !== '' && draft.notePurpose.trim() === '')
    problems.notePurpose = 'purpose-missing';
  return problems;
}

/** The participant that the form describes, or what is wrong at which field. `today` as `YYYY-MM-DD`. */
export function readDraft(
  draft: PersonDraft,
  today: string,
  isTaken: (number: string) => boolean,
): Result<NewParticipant, FieldProblems> {
  const problems = problemsIn(draft, today, isTaken);
  if (Object.keys(problems).length > 0) return err(problems);
  const noteText = draft.noteText.trim();
  return ok(
    newParticipantSchema.parse({
      given: line(draft.given),
      family: orNull(draft.family),
      original: orNull(draft.original),
      spellings: listIn(draft, 'spellings'),
      birth: readBirth(line(draft.birth), today).value ?? { kind: 'unknown' },
      number: orNull(draft.number),
      room: orNull(draft.room),
      languages: listIn(draft, 'languages'),
      arrivedOn: draft.arrivedOn,
      departedOn: draft.departedOn,
      note: noteText === '' ? null : { text: noteText, purpose: line(draft.notePurpose) },
    }),
  );
}

/** The shortest name that says something about who it is. */
const shortestName = 3;

/**
 * Who is being entered, as far as it can be read; `undefined` before there is a name. What can't be read yet says
 * nothing.
 */
export function enteredSoFar(draft: PersonDraft, today: string): NewParticipant | undefined {
  const given = line(draft.given);
  const family = orNull(draft.family);
  if (`${given}${family ?? ''}${line(draft.original)}`.length < shortestName) return undefined;
  const readable = newParticipantSchema.safeParse({
    ...{ given: given || family, family: given === '' ? null : family, original: orNull(draft.original) },
    ...{ spellings: listIn(draft, 'spellings'), languages: listIn(draft, 'languages') },
    ...{ birth: readBirth(line(draft.birth), today).value ?? { kind: 'unknown' } },
    ...{ number: orNull(draft.number), room: orNull(draft.room), arrivedOn: draft.arrivedOn },
    ...{ departedOn: null, note: null },
  });
  return readable.data && withYearOnlyBirth(readable.data);
}

/** The fields in which two participants differ, with the values of the second. */
export function changesFrom(before: Participant, after: NewParticipant): Partial<NewParticipant> {
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed);
}
