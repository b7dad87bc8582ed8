import type { PartnerEntry } from '#shared/domain/directory.ts';

/** Where a partnership stands on a day. */
export type PartnershipState = 'valid' | 'coming' | 'ended';

export function partnershipOn(
  { validFrom, validTo }: Pick<PartnerEntry, 'validFrom' | 'validTo'>,
  day: string,
): PartnershipState {
  if (validTo !== null && validTo < day) return 'ended';
  return validFrom !== null && validFrom > day ? 'coming' : 'valid';
}
