import type { TFunction } from 'i18next';
import { type RetentionClass, retentionClasses } from '#shared/domain/retention/classes.ts';

/** How much of each class, those with nothing left out. */
export function classCounts(
  t: TFunction<'retention'>,
  counts: Readonly<Partial<Record<RetentionClass, number>>>,
): string[] {
  return retentionClasses.flatMap((name) => {
    const count = counts[name] ?? 0;
    return count === 0 ? [] : [t('due.count', { class: t(`class.${name}.name`), count })];
  });
}

/** Everything of all classes together. */
export function sumOf(counts: Readonly<Partial<Record<RetentionClass, number>>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
