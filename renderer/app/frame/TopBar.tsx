import LockOutlined from '@mui/icons-material/LockOutlined';
import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslation } from 'react-i18next';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { Key, Shortcut } from '#renderer/ui/Shortcut.tsx';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { StateChip } from './StateChip.tsx';
import { UserMenu } from './UserMenu.tsx';

interface TopBarProps {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

/** Facility, search, the state chip, the user, the lock. */
export function TopBar({ onSearch, onHelp }: TopBarProps) {
  const { t } = useTranslation('app');
  const { t: common } = useTranslation('common');
  const { records, lock } = useServices();
  const facility = useLoaded(['facility'], () => records.get('facility', facilityId), []);
  return (
    <Box
      component="header"
      sx={{
        gridArea: 'top',
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 1, md: 2 },
        px: { xs: 1, md: 2 },
        minHeight: 56,
        borderBottom: 1,
        borderColor: 'line.soft',
        bgcolor: 'background.paper',
      }}
    >
      <Box
        sx={{
          minWidth: 0,
          flex: '0 1 auto',
          fontWeight: 600,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {facility?.name ?? t('name')}
      </Box>
      <SearchButton onSearch={onSearch} />
      <Box sx={{ flex: 1 }} />
      <StateChip />
      <UserMenu onHelp={onHelp} />
      <Shortcut label={t('lock.hint')} keys={common('keys.ctrl', { key: 'L' })}>
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<LockOutlined aria-hidden />}
          onClick={lock}
          sx={{ flex: 'none' }}
        >
          {t('lock.button')}
        </Button>
      </Shortcut>
    </Box>
  );
}

function SearchButton({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useTranslation('app');
  const { t: common } = useTranslation('common');
  return (
    <ButtonBase
      onClick={onSearch}
      aria-haspopup="dialog"
      sx={{
        ml: { md: 1 },
        gap: 1,
        px: 1.5,
        minHeight: 36,
        minWidth: { xs: 40, lg: 260 },
        justifyContent: 'flex-start',
        border: 1,
        borderColor: 'line.control',
        borderRadius: '8px',
        color: 'text.secondary',
        bgcolor: 'background.default',
        fontSize: '0.875rem',
      }}
    >
      <Search aria-hidden fontSize="small" />
      <Box
        component="span"
        sx={(theme) => ({
          flex: 1,
          textAlign: 'start',
          [theme.breakpoints.down('md')]: visuallyHidden,
        })}
      >
        {t('search.open')}
      </Box>
      <Box component="span" sx={{ display: { xs: 'none', lg: 'inline' } }}>
        <Key>{common('keys.ctrl', { key: 'K' })}</Key>
      </Box>
    </ButtonBase>
  );
}
