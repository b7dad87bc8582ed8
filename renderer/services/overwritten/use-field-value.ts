import { useTranslation } from 'react-i18next';
import { useLanguageName } from '#renderer/i18n/use-language-name.ts';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { programmeAreas } from '#shared/domain/records/offer.ts';
import { useServices } from '../use-services.ts';

interface Times {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Says the value of a record's field as screens do; `undefined`: it is too much for a line. */
export function useFieldValue(): (field: string, value: unknown) => string | undefined {
  const { t } = useTranslation('sync');
  const { t: courses } = useTranslation('courses');
  const { t: people } = useTranslation('people');
  const { directory } = useServices();
  const languageName = useLanguageName();
  const named = (field: string, value: string): string | undefined => {
    const area = programmeAreas.find((name) => name === value);
    if (field === 'area') return area && courses(`areas.${area}`);
    if (field === 'language') return languageName(value);
    if (field === 'subProjectId') return directory.get('subProject', value)?.name;
    if (field === 'partnerIds') return directory.get('partner', value)?.name;
    if (field === 'offerId') return directory.get('offer', value)?.title;
    if (field === 'moduleId')
      return directory
        .list('offer')
        .flatMap(({ modules }) => modules)
        .find(({ id }) => id === value)?.title;
    if (field === 'logo' || field === 'leadAccountIds') return undefined;
    return /^\d{4}-\d\d-\d\d$/.test(value) ? germanDate(value) : value;
  };
  const listed = (field: string, values: readonly unknown[]): string | undefined => {
    if (field === 'breaks')
      return (values as readonly Times[])
        .map(({ startsAt, endsAt }) =>
          t('overwritten.session.times', { from: clockTime(startsAt), to: clockTime(endsAt) }),
        )
        .join(', ');
    if (field === 'modules')
      return (values as readonly { readonly title: string }[]).map(({ title }) => title).join(', ');
    const texts = values.map((value) => (typeof value === 'string' ? named(field, value) : undefined));
    return texts.includes(undefined) ? undefined : texts.join(', ');
  };
  return (field, value) => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
      return people('person.none');
    if (typeof value === 'string') return named(field, value);
    if (typeof value === 'number') return String(value);
    if (typeof value === 'boolean') return t(value ? 'overwritten.yes' : 'overwritten.no');
    return Array.isArray(value) ? listed(field, value) : undefined;
  };
}
