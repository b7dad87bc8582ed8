import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { AreaReport, ReportLine } from '#shared/domain/report/day-report.ts';

/** Words for a programme area. */
export function useAreaName(): (area: AreaReport['area']) => string {
  const { t } = useTranslation(['reports', 'courses']);
  return useCallback((area) => (area === null ? t('noArea') : t(`courses:areas.${area}`)), [t]);
}

/** Words for a mark, with its minutes; somebody late may have left early too. */
export function useMarkText(): (mark: PersonMark) => string {
  const { t } = useTranslation('attendance');
  return useCallback(
    ({ mark, late, early }) => {
      if (late !== null && early !== null) return t('timed.both', { late, early });
      if (late !== null) return t('timed.late', { minutes: late });
      return early === null ? t(`marks.${mark}`) : t('timed.left-early', { minutes: early });
    },
    [t],
  );
}

/** What is unusual about somebody's line. */
export function useNoteText(): (line: ReportLine) => string | undefined {
  const { t } = useTranslation('reports');
  return useCallback(
    ({ kind, enrolled }) => {
      if (kind === 'walk-in') return t('walkIn');
      return enrolled ? undefined : t('notEnrolled');
    },
    [t],
  );
}
