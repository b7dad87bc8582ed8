import { useTranslation } from 'react-i18next';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName, ownScript } from '#shared/domain/names/full-name.ts';
import { type DeskView, verdictOf } from './desk-view.ts';
import { lookOfVerdict } from './looks.ts';
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
export function ResultList({ id, field, ...rest }: ResultListProps) {
  const { t } = useTranslation('desk');
  return (
    <Rows id={id} label={t('field.results')}>
      {field.rows.map((row, place) => (
        <RowFrame
          key={row.kind === 'person' ? row.person.id : 'name'}
          id={`${id}-${place}`}
          active={place === field.active}
          onTake={() => field.take(row)}
        >
          {row.kind === 'person' ? <PersonRow row={row} {...rest} /> : <NameRow name={row.name} />}
        </RowFrame>
      ))}
    </Rows>
  );
}

const birthYear = ({ birth }: PersonEntry): string | undefined =>
  birth.kind === 'date' ? birth.date.slice(0, 4) : birth.kind === 'year' ? String(birth.year) : undefined;

interface PersonRowProps extends Omit<ResultListProps, 'id' | 'field'> {
  readonly row: Extract<Row, { kind: 'person' }>;
}

function PersonRow({ row: { person, namesake }, view, texts, discreet }: PersonRowProps) {
  const { t } = useTranslation('desk');
  const verdict = verdictOf(view, person.id);
  const own = ownScript(person);
  const year = birthYear(person);
  // Visitors may see the screen: no more than tells people apart.
  const facts = [
    ...(person.number === null || (discreet && !namesake) ? [] : [person.number]),
    ...(person.room === null || discreet ? [] : [t('person.room', { room: person.room })]),
    ...(namesake && year !== undefined ? [t('person.born', { year })] : []),
  ];
  return (
    <>
      <div className="desk-text">
        <div className="desk-name">
          {listName(person)}
          {own !== null && <bdi dir="auto">{own}</bdi>}
        </div>
        {facts.length > 0 && <div className="desk-facts">{facts.join(' · ')}</div>}
      </div>
      {verdict && (
        <RowEnd look={lookOfVerdict(verdict)} verdict={verdict.kind} text={texts.verdict(verdict)} />
      )}
    </>
  );
}

function NameRow({ name }: { readonly name: string }) {
  const { t } = useTranslation('desk');
  return (
    <>
      <div className="desk-text">
        <div className="desk-name">{t('field.asName', { name })}</div>
      </div>
      <RowEnd look="walk-in" text={t('field.asNameDetail')} />
    </>
  );
}
