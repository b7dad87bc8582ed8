/**
 * Reads the rows of a roster. Guarantees: a row either gives a person that the participant record's own validator
 * takes, or at least one error; whatever was changed or concluded on the way is told as a warning.
 */
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { languageCode } from '#shared/domain/languages.ts';
import { type Birth, type NewParticipant, newParticipantSchema } from '#shared/domain/records/participant.ts';
import { cleanText, looksLikeFormula } from './cell-text.ts';
import { type DayReading, readBirth, readDay } from './day-text.ts';
import type { ColumnTarget, RosterField } from './mapping.ts';

const rowProblemCodes = [
  'formula',
  'line-break',
  'control-characters',
  'too-long',
  'too-many-values',
  'no-name',
  'family-only',
  'birth-unreadable',
  'birth-impossible',
  'birth-future',
  'birth-too-early',
  'birth-two-digit-year',
  'birth-serial',
  'birth-day-unknown',
  'arrival-unreadable',
  'arrival-impossible',
  'arrival-too-early',
  'arrival-incomplete',
  'arrival-future',
  'arrival-two-digit-year',
  'arrival-serial',
  'too-few-fields',
  'too-many-fields',
  'unclosed-quote',
  'number-twice',
  'number-known',
  'likely-same',
  'record-refused',
] as const;
type RowProblemCode = (typeof rowProblemCodes)[number];

export interface RowProblem {
  /** `null`: about the row as a whole. */
  readonly field: RosterField | null;
  readonly code: RowProblemCode;
  /** An error keeps the row from being imported; a warning only tells. */
  readonly severity: 'error' | 'warning';
  readonly values: Readonly<Record<string, string | number>>;
}

/** The cells of a row by field, as the file or a correction has them. */
export type RosterValues = Readonly<Partial<Record<RosterField, string>>>;

export interface CheckedRow {
  /** Missing if there is an error. */
  readonly person: NewParticipant | undefined;
  readonly problems: readonly RowProblem[];
}

const longest: Readonly<
  Record<'number' | 'family' | 'given' | 'original' | 'spellings' | 'languages' | 'room', number>
> = {
  number: 40,
  family: 200,
  given: 200,
  original: 200,
  spellings: 200,
  languages: 40,
  room: 20,
};
const mostSpellings = 20;
const mostLanguages = 12;

/** The cells of a row by field; columns that are not taken or never stored are left behind here. */
export function valuesOf(cells: readonly string[], mapping: readonly ColumnTarget[]): RosterValues {
  const values: Partial<Record<RosterField, string>> = {};
  for (const [column, target] of mapping.entries()) {
    if (target !== 'none' && target !== 'never') values[target] = cells[column] ?? '';
  }
  return values;
}

/** Reads one row by itself. `today` (`YYYY-MM-DD`) decides two-digit years and what lies in the future. */
export function readRow(values: RosterValues, today: string): CheckedRow {
  const problems: RowProblem[] = [];
  const tell = (
    field: RosterField | null,
    code: RowProblemCode,
    severity: 'error' | 'warning',
    about: RowProblem['values'] = {},
  ): void => {
    problems.push({ field, code, severity, values: about });
  };
  const text = (field: RosterField): string => {
    const cell = values[field] ?? '';
    const clean = cleanText(cell);
    if (looksLikeFormula(clean.text)) {
      tell(field, 'formula', 'error', { text: clean.text.slice(0, 60) });
      return '';
    }
    if (clean.lineBreak) tell(field, 'line-break', 'warning', { text: clean.text.slice(0, 60) });
    if (clean.controls) tell(field, 'control-characters', 'warning', { text: clean.text.slice(0, 60) });
    return clean.text;
  };
  const short = (field: keyof typeof longest, value: string): string => {
    if (value.length > longest[field]) tell(field, 'too-long', 'error', { max: longest[field] });
    return value;
  };
  const list = (field: 'spellings' | 'languages', most: number): string[] => {
    const items = [
      ...new Set(
        text(field)
          .split(/[,;/|]|\s+(?:und|and)\s+/u)
          .map((item) => short(field, item.trim()))
          .filter((item) => item !== ''),
      ),
    ];
    if (items.length > most) tell(field, 'too-many-values', 'error', { max: most });
    return items;
  };
  const [family, given] = [short('family', text('family')), short('given', text('given'))];
  const names = { given: given || family, family: given === '' || family === '' ? null : family };
  const formulaInName = problems.some(({ code }) => code === 'formula');
  if (names.given === '' && !formulaInName) tell(null, 'no-name', 'error');
  if (given === '' && family !== '' && !formulaInName)
    tell('family', 'family-only', 'warning', { name: family });
  const draft = {
    ...names,
    number: short('number', text('number')) || null,
    original: short('original', text('original')) || null,
    spellings: list('spellings', mostSpellings),
    birth: birth(text('birth'), today, tell),
    languages: [...new Set(list('languages', mostLanguages).map(languageCode))],
    room: short('room', text('room')) || null,
    arrivedOn: arrival(text('arrival'), today, tell),
    departedOn: null,
    note: null,
  };
  if (problems.some(({ severity }) => severity === 'error')) return { person: undefined, problems };
  const person = newParticipantSchema.safeParse(draft);
  if (!person.success) tell(null, 'record-refused', 'error');
  return { person: person.data, problems };
}

type Tell = (
  field: RosterField,
  code: RowProblemCode,
  severity: 'error' | 'warning',
  values?: RowProblem['values'],
) => void;

function birth(written: string, today: string, tell: Tell): Birth {
  const reading: DayReading<Birth> = readBirth(written, today);
  const text = written.slice(0, 60);
  if (reading.problem && reading.problem !== 'incomplete')
    tell('birth', `birth-${reading.problem}`, 'error', { text });
  const value = reading.value ?? { kind: 'unknown' };
  if (reading.note) {
    const read =
      value.kind === 'date' ? germanDate(value.date) : value.kind === 'year' ? String(value.year) : '';
    tell('birth', `birth-${reading.note}`, 'warning', { text, read });
  }
  return value;
}

function arrival(written: string, today: string, tell: Tell): string | null {
  if (written === '') return null;
  const { value, problem, note } = readDay(written, today);
  const text = written.slice(0, 60);
  if (problem && problem !== 'future') tell('arrival', `arrival-${problem}`, 'error', { text });
  if (value === undefined) return null;
  const read = germanDate(value);
  if (note && note !== 'day-unknown') tell('arrival', `arrival-${note}`, 'warning', { text, read });
  if (value > today) tell('arrival', 'arrival-future', 'warning', { text: read });
  return value;
}
