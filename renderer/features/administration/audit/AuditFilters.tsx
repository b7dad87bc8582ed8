import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { auditCategories } from '#shared/domain/audit/categories.ts';
import type { AuditChoice } from './audit-choice.ts';
import { ResidentField } from './ResidentField.tsx';

interface AuditFiltersProps {
  readonly choice: AuditChoice;
  readonly names: ReadonlyMap<string, string>;
  readonly onChoose: (choice: AuditChoice) => void;
}

/** Empty stands for any: a select has no `null`. */
const orNull = <T extends string>(value: T | ''): T | null => (value === '' ? null : value);

/** Time, who, what, and about whom. */
export function AuditFilters({ choice, names, onChoose }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const { clock } = useServices();
  const today = clock.today();
  const change = (part: Partial<AuditChoice>): void => onChoose({ ...choice, ...part });
  const accounts = [...names].sort(([, a], [, b]) => a.localeCompare(b, 'de'));
  return (
    <Box
      component="search"
      aria-label={t('filter.label')}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '150px 150px 1fr 1fr 1.3fr' },
        gap: 1.5,
        alignItems: 'start',
      }}
    >
      <DayField
        label={t('filter.from')}
        value={choice.from}
        helperText={t('filter.dayHint')}
        today={today}
        onChange={(from) => change({ from })}
      />
      <DayField
        label={t('filter.until')}
        value={choice.until}
        helperText={t('filter.dayHint')}
        today={today}
        onChange={(until) => change({ until })}
      />
      <TextField
        select
        label={t('filter.account')}
        value={choice.accountId !== null && names.has(choice.accountId) ? choice.accountId : ''}
        onChange={({ target }) => change({ accountId: orNull(target.value) })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('filter.anyone')}</MenuItem>
        {accounts.map(([id, name]) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('filter.category')}
        value={choice.category ?? ''}
        onChange={({ target }) =>
          change({ category: auditCategories.find((category) => category === target.value) ?? null })
        }
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('filter.anything')}</MenuItem>
        {auditCategories.map((category) => (
          <MenuItem key={category} value={category}>
            {t(`category.${category}`)}
          </MenuItem>
        ))}
      </TextField>
      <ResidentField
        key={choice.residentId}
        residentId={choice.residentId}
        onChoose={(residentId) => change({ residentId })}
      />
    </Box>
  );
}
