import { useTranslation } from 'react-i18next';
import type { CommandInput } from '#shared/domain/commands/registry.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import { textOrNull, wholeNumber } from './use-draft.ts';

/** The offer's form: as typed, so that nothing is lost while a field is wrong. */
export interface OfferValues {
  readonly title: string;
  readonly area: Offer['area'] | '';
  readonly subProject: string;
  readonly partnerIds: readonly string[];
  readonly level: NonNullable<Offer['level']> | '';
  readonly uePlanned: string;
  /** One line each. */
  readonly contents: string;
  readonly minimumAttendance: string;
}

/** A common local practice (domain.md); a setting of each offer. */
const usualMinimum = 75;

export function offerValues(offer: Offer | undefined): OfferValues {
  return {
    title: offer?.title ?? '',
    area: offer?.area ?? '',
    subProject: offer?.subProject ?? '',
    partnerIds: offer?.partnerIds ?? [],
    level: offer?.level ?? '',
    uePlanned: offer ? String(offer.uePlanned) : '',
    contents: offer?.contents.join('\n') ?? '',
    minimumAttendance: String(offer?.minimumAttendance ?? usualMinimum),
  };
}

/** The input that the values stand for; the validator decides whether it is one. */
export function offerOf(values: OfferValues): CommandInput<'offer.save'>['offer'] {
  return {
    title: values.title,
    area: values.area as Offer['area'],
    subProject: textOrNull(values.subProject),
    partnerIds: [...values.partnerIds],
    level: values.level === '' ? null : values.level,
    uePlanned: wholeNumber(values.uePlanned),
    contents: values.contents
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    minimumAttendance: wholeNumber(values.minimumAttendance),
  };
}

/** What is said at each field that is refused. */
export function useOfferSentences(): Readonly<Record<keyof OfferValues, string>> {
  const { t } = useTranslation('courses');
  return {
    title: t('offer.errors.title'),
    area: t('offer.errors.area'),
    subProject: t('offer.errors.subProject'),
    partnerIds: t('offer.errors.partnerIds'),
    level: t('offer.errors.level'),
    uePlanned: t('offer.errors.uePlanned'),
    contents: t('offer.errors.contents'),
    minimumAttendance: t('offer.errors.minimumAttendance'),
  };
}
