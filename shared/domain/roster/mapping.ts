import { foldName } from '#shared/domain/names/fold.ts';

/** What a column of a roster can be read into, in the order in which screens show it. */
export const rosterFields = [
  'number',
  'family',
  'given',
  'original',
  'spellings',
  'birth',
  'languages',
  'room',
  'arrival',
] as const;
export type RosterField = (typeof rosterFields)[number];

/**
 * Where a column goes. `none`: it is not taken over. `never`: the app stores nothing of the kind, whatever staff choose
 * (domain.md, data protection).
 */
export type ColumnTarget = RosterField | 'none' | 'never';

/** Folded header words of columns that are never stored: status, nationality, religion, ethnicity, health, numbers of other authorities. */
const neverStored =
  /staatsang|staatsburger|nationalit|citizenship|herkunft|countryoforigin|religion|konfession|glaube|ethni|volkszug|azr|bamf|aktenzeichen|aufenthalt|asyl|duldung|residence(status|permit|title)|immigration|auslander|gesundheit|krank|diagnos|medizin|medical|health|behinder|disabilit|impf|vaccin|schwanger|pregnan/;

/** Folded header words of each field, most certain first: a word earlier in the list wins a field over a later one. */
const headerWords: Readonly<Record<RosterField, readonly RegExp[]>> = {
  number: [
    /^(nr|no|id|nummer|number|lfdnr|bewohnernr|bewohnernummer|residentnumber|residentno|personennummer|personnumber)$/,
    /(ausweis|badge|karten|bewohner|resident|person).*(nr|nummer|number|no|id)$/,
  ],
  original: [/original|eigeneschrift|eigenerschrift|originalscript|nativescript|heimatschrift|ownscript/],
  spellings: [/schreibweise|spelling|alias|aka|weiterenamen|othernames/],
  birth: [
    /^(geburtsdatum|geburtstag|gebdatum|geb|gebdat|dateofbirth|birthdate|birthday|dob|birth)$/,
    /geburt|birth/,
    /jahrgang|yearofbirth|birthyear/,
  ],
  given: [
    /^(vorname|vornamen|givenname|givennames|firstname|forename|rufname)$/,
    /vorname|given|first.*name/,
  ],
  family: [
    /^(familienname|nachname|familyname|lastname|surname|zuname)$/,
    /familienname|nachname|family|last.*name|surname/,
    /^(name|namen|names)$/,
  ],
  languages: [/^(sprache|sprachen|language|languages)$/, /sprache|language/],
  room: [/^(zimmer|zimmernr|zimmernummer|raum|room|roomno|roomnumber|unterkunft)$/, /zimmer|room/],
  arrival: [
    /^(ankunft|ankunftsdatum|arrival|arrivaldate|arrivedon|einzug|einzugsdatum|aufnahme|aufnahmedatum|zugang|zugangsdatum)$/,
    /ankunft|arriv|einzug|eingezogen/,
  ],
};

const headerKey = (header: string): string => foldName(header).replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a column with this header is never stored. */
export function isNeverStored(header: string): boolean {
  return neverStored.test(headerKey(header));
}

/** Guesses where each column goes from its header, in German or English. Every field is given to one column at most. */
export function guessMapping(headers: readonly string[]): ColumnTarget[] {
  const targets: ColumnTarget[] = headers.map((header) => (isNeverStored(header) ? 'never' : 'none'));
  const keys = headers.map(headerKey);
  const mostWords = Math.max(...Object.values(headerWords).map((words) => words.length));
  for (let certainty = 0; certainty < mostWords; certainty += 1) {
    for (const field of rosterFields) {
      const words = headerWords[field][certainty];
      if (!words || targets.includes(field)) continue;
      const column = keys.findIndex((key, at) => targets[at] === 'none' && words.test(key));
      if (column !== -1) targets[column] = field;
    }
  }
  return targets;
}

/** Sends a column somewhere else; a column that had this field before is no longer taken. Columns never stored stay so. */
export function withTarget(
  mapping: readonly ColumnTarget[],
  column: number,
  target: Exclude<ColumnTarget, 'never'>,
): ColumnTarget[] {
  if (mapping[column] === 'never') return [...mapping];
  return mapping.map((before, at) =>
    at === column ? target : before === target && target !== 'none' ? 'none' : before,
  );
}

/** Whether rows can be read at all: a column with a name there has to be. */
export function namesAreMapped(mapping: readonly ColumnTarget[]): boolean {
  return mapping.includes('given') || mapping.includes('family');
}
