import type { Sorting } from './columns.ts';

/** Where someone was in a list. Lives in memory, so that it is gone with everything else when the app locks. */
export interface Place {
  readonly offset: number;
  readonly sorting: Sorting | undefined;
  readonly activeKey: string | undefined;
}

const places = new Map<string, Place>();

export const rememberedPlace = (list: string): Place | undefined => places.get(list);
export const rememberPlace = (list: string, place: Place): void => {
  places.set(list, place);
};
