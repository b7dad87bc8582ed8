import { useTranslation } from 'react-i18next';
import type { CommandInput } from '#shared/domain/commands/registry.ts';
import { mostModules, type Offer, offerSchema, usualToleratedMinutes } from '#shared/domain/records/offer.ts';
import { typedCapacity } from './group-values.ts';
import { type FieldErrors, refusedFields, refusedPaths, wholeNumber } from './use-draft.ts';

/** A module's row, as typed. */
export interface ModuleValues {
  readonly id: string;
  readonly title: string;
  readonly ue: string;
  /** One line each. */
  readonly contents: string;
}

/** The offer's form: as typed, so that nothing is lost while a field is wrong. */
export interface OfferValues {
  readonly title: string;
  readonly area: Offer['area'] | '';
  readonly subProjectId: string;
  readonly partnerIds: readonly string[];
  readonly level: NonNullable<Offer['level']> | '';
  /** Typed where there are no modules; else their sum counts. */
  readonly uePlanned: string;
  /** One line each. */
  readonly contents: string;
  readonly modules: readonly ModuleValues[];
  readonly minimumAttendance: string;
  readonly toleratedMinutes: string;
  readonly capacity: string;
  readonly walkIns: boolean;
}

/** A common local practice (domain.md); a setting of each offer. */
const usualMinimum = 75;

export function offerValues(offer: Offer | undefined): OfferValues {
  return {
    title: offer?.title ?? '',
    area: offer?.area ?? '',
    subProjectId: offer?.subProjectId ?? '',
    partnerIds: offer?.partnerIds ?? [],
    level: offer?.level ?? '',
    uePlanned: offer ? String(offer.uePlanned) : '',
    contents: offer?.contents.join('\n') ?? '',
    modules: (offer?.modules ?? []).map(({ id, title, ue, contents }) => ({
      ...{ id, title, ue: String(ue), contents: contents.join('\n') },
    })),
    minimumAttendance: String(offer?.minimumAttendance ?? usualMinimum),
    toleratedMinutes: String(offer?.toleratedMinutes ?? usualToleratedMinutes),
    capacity: typedCapacity(offer),
    walkIns: offer?.walkIns ?? false,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** UE of all modules; what is no number yet counts nothing. */
export const moduleSum = (modules: readonly ModuleValues[]): number =>
  modules.reduce((sum, { ue }) => sum + (wholeNumber(ue) || 0), 0);

/** The input that the values stand for; the validator decides whether it is one. */
export function offerOf(values: OfferValues): CommandInput<'offer.save'>['offer'] {
  return {
    title: values.title,
    area: values.area as Offer['area'],
    subProjectId: values.subProjectId === '' ? null : values.subProjectId,
    partnerIds: [...values.partnerIds],
    level: values.level === '' ? null : values.level,
    uePlanned: values.modules.length > 0 ? moduleSum(values.modules) : wholeNumber(values.uePlanned),
    contents: linesOf(values.contents),
    modules: values.modules.map(({ id, title, ue, contents }) => ({
      ...{ id, title, ue: wholeNumber(ue), contents: linesOf(contents) },
    })),
    minimumAttendance: wholeNumber(values.minimumAttendance),
    toleratedMinutes: wholeNumber(values.toleratedMinutes),
    capacity: values.capacity.trim() === '' ? null : wholeNumber(values.capacity),
    walkIns: values.walkIns,
  };
}

/** Gives the sentences for the fields that are wrong, those of modules by their paths (`modules.2.title`). */
export function useOfferCheck(): (values: OfferValues) => FieldErrors<OfferValues> {
  const { t } = useTranslation('courses');
  return (values) => {
    const offer = offerOf(values);
    const sum = moduleSum(values.modules);
    const ofModules: Record<string, string> = {};
    for (const [list, position, field] of refusedPaths(offerSchema, offer)) {
      if (list !== 'modules') continue;
      if (field === 'title' || field === 'ue' || field === 'contents')
        ofModules[`modules.${String(position)}.${field}`] = t(`modules.errors.${field}`);
      else ofModules.modules = t('modules.errors.most', { most: mostModules });
    }
    const flat = refusedFields(offerSchema, offer, {
      title: t('offer.errors.title'),
      area: t('offer.errors.area'),
      partnerIds: t('offer.errors.partnerIds'),
      uePlanned: sum > 0 ? t('modules.errors.sum', { sum }) : t('offer.errors.uePlanned'),
      contents: t('offer.errors.contents'),
      minimumAttendance: t('offer.errors.minimumAttendance'),
      toleratedMinutes: t('offer.errors.toleratedMinutes'),
      capacity: t('group.errors.capacity'),
    });
    // Where a module has no UE yet, that is what is missing, not the sum.
    if (values.modules.length > 0 && sum === 0) delete flat.uePlanned;
    return { ...flat, ...ofModules };
  };
}
