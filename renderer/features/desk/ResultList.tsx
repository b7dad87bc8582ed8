import type { TFunction } from 'i18next';
import { memo, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName, ownScript } from '#shared/domain/names/full-name.ts';
import { type DeskView, verdictOf } from './desk-view.ts';
import { type LookName, lookOfVerdict } from './looks.ts';
import { RowEnd, RowFrame, Rows } from './Rows.tsx';
import type { DeskField, Row } from './use-desk-field.ts';
import type { DeskTexts } from './use-desk-texts.ts';

interface ResultListProps {
  readonly id: string;
  readonly view: DeskView;
  readonly field: DeskField;
  readonly texts: DeskTexts;
  readonly discreet: boolean;
}

/** Who was found, the best match first, each with what Enter would do. */
export function ResultList({ id, field, view, texts, discreet }: ResultListProps) {
  const { t } = useTranslation('desk');
  const latest = useRef(field);
  latest.current = field;
  const onTake = useCallback((place: number) => {
    const row = latest.current.rows[place];
    if (row) latest.current.take(row);
  }, []);
  return (
    <Rows id={id} label={t('field.results')}>
      {field.rows.map((row, place) => (
        <ResultRow
          // By place: whoever is found with the next letter fills the elements that are there.
          key={String(place)}
          id={`${id}-${place}`}
          place={place}
          active={place === field.active}
          onTake={onTake}
          {...(row.kind === 'person'
            ? personShown(row, { view, texts, discreet, t })
            : nameShown(row.name, t))}
        />
      ))}
    </Rows>
  );
}

/** What a row says. */
interface Shown {
  readonly of: string;
  readonly name: string;
  readonly own: string | null;
  readonly facts: string;
  readonly look: LookName | undefined;
  readonly verdict: string | undefined;
  readonly text: string;
}

interface ResultRowProps extends Shown {
  readonly id: string;
  readonly place: number;
  readonly active: boolean;
  readonly onTake: (place: number) => void;
}

/** Drawn again only when it says something else: most letters of a name leave those who are found where they are. */
const ResultRow = memo(function ResultRow(props: ResultRowProps) {
  const { id, place, active, onTake, of, name, own, facts, look, verdict, text } = props;
  return (
    <RowFrame {...{ id, active, of }} onTake={() => onTake(place)}>
      <div className="desk-text">
        <div className="desk-name">
          {name}
          {own !== null && <bdi dir="auto">{own}</bdi>}
        </div>
        {facts !== '' && <div className="desk-facts">{facts}</div>}
      </div>
      {look && <RowEnd {...{ look, verdict, text }} />}
    </RowFrame>
  );
});

const birthYear = ({ birth }: PersonEntry): string | undefined =>
  birth.kind === 'date' ? birth.date.slice(0, 4) : birth.kind === 'year' ? String(birth.year) : undefined;

interface Surroundings extends Pick<ResultListProps, 'view' | 'texts' | 'discreet'> {
  readonly t: TFunction<'desk'>;
}

function personShown(
  { person, namesake }: Extract<Row, { kind: 'person' }>,
  { view, texts, discreet, t }: Surroundings,
): Shown {
  const verdict = verdictOf(view, person.id);
  const year = birthYear(person);
  // Visitors may see the screen: no more than tells people apart.
  const facts = [
    ...(person.number === null || (discreet && !namesake) ? [] : [person.number]),
    ...(person.room === null || discreet ? [] : [t('person.room', { room: person.room })]),
    ...(namesake && year !== undefined ? [t('person.born', { year })] : []),
  ];
  return {
    of: person.id,
    name: listName(person),
    own: ownScript(person),
    facts: facts.join(' · '),
    look: verdict && lookOfVerdict(verdict),
    verdict: verdict?.kind,
    text: verdict ? texts.verdict(verdict) : '',
  };
}

const nameShown = (name: string, t: TFunction<'desk'>): Shown => ({
  ...{ of: 'name', name: t('field.asName', { name }), own: null, facts: '' },
  ...{ look: 'walk-in', verdict: undefined, text: t('field.asNameDetail') },
});
