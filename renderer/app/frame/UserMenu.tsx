import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import Check from '@mui/icons-material/Check';
import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnPassphraseDialog } from '#renderer/features/own-account/OwnPassphraseDialog.tsx';
import { useServices } from '#renderer/services/use-services.ts';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';
import { languages } from '../boot/languages.ts';

const modes = ['system', 'light', 'dark'] as const;

/** Who is signed in, and how the screen looks and speaks. The choices outlive a lock, but not the window. */
export function UserMenu({ onHelp }: { readonly onHelp: () => void }) {
  const { t, i18n } = useTranslation('app');
  const { signedIn, switchUser } = useServices();
  const { mode, setMode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [changing, setChanging] = useState(false);
  const close = (): void => setAnchor(null);
  return (
    <>
      <ButtonBase
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        sx={{
          gap: 1,
          px: 1,
          minHeight: 40,
          borderRadius: '8px',
          textAlign: 'start',
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        <AccountCircleOutlined aria-hidden sx={{ color: 'primary.main' }} />
        <Box
          component="span"
          sx={(theme) => ({ display: 'grid', maxWidth: 200, [theme.breakpoints.down('md')]: visuallyHidden })}
        >
          <Box
            component="span"
            sx={{
              fontSize: '0.875rem',
              fontWeight: 600,
              lineHeight: 1.3,
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
            }}
          >
            {signedIn.name}
          </Box>
          <Box component="span" sx={{ fontSize: '0.8125rem', lineHeight: 1.3, color: 'text.secondary' }}>
            {t(`role.${signedIn.role}`)}
          </Box>
        </Box>
        <ExpandMore aria-hidden fontSize="small" />
      </ButtonBase>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        slotProps={{
          list: {
            'aria-label': t('menu.label', { name: signedIn.name }),
            dense: true,
            sx: { minWidth: 220 },
          },
        }}
      >
        <ListSubheader role="presentation">{t('menu.theme')}</ListSubheader>
        {modes.map((choice) => (
          <MenuItem
            key={choice}
            role="menuitemradio"
            aria-checked={mode === choice}
            selected={mode === choice}
            onClick={() => setMode(choice)}
          >
            {t(`menu.mode.${choice}`)}
            {mode === choice && <Chosen />}
          </MenuItem>
        ))}
        <ListSubheader role="presentation">{t('menu.language')}</ListSubheader>
        {languages.map(({ code, name }) => (
          <MenuItem
            key={code}
            lang={code}
            role="menuitemradio"
            aria-checked={i18n.language === code}
            selected={i18n.language === code}
            onClick={() => void i18n.changeLanguage(code)}
          >
            {name}
            {i18n.language === code && <Chosen />}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem
          onClick={() => {
            close();
            setChanging(true);
          }}
        >
          {t('menu.passphrase')}
        </MenuItem>
        <MenuItem onClick={switchUser}>{t('menu.switch')}</MenuItem>
        <Divider />
        <MenuItem
          onClick={() => {
            close();
            onHelp();
          }}
        >
          {t('menu.help')}
        </MenuItem>
      </Menu>
      {changing && <OwnPassphraseDialog onClose={() => setChanging(false)} />}
    </>
  );
}

/** The mark of the choice that holds, at the end of its line. */
function Chosen() {
  return <Check aria-hidden fontSize="small" sx={{ ml: 'auto', color: 'primary.main' }} />;
}
