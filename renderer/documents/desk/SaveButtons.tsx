import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import SaveAltOutlined from '@mui/icons-material/SaveAltOutlined';
import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';

interface SaveButtonsProps {
  readonly isBusy: boolean;
  readonly onSave: () => void;
  /** The document can be saved as one file per person as well. */
  readonly singly?: {
    readonly onFolder: () => void;
    readonly onArchive: () => void;
  };
}

/** Keeps its place in the tab order and its tooltip, unlike a disabled button. */
const dimmed = { '&[aria-disabled="true"]': { opacity: 0.5 } } as const;

/** Saving as one PDF at one press; one per person, into a folder or an encrypted archive, in a menu beside it. */
export function SaveButtons({ isBusy, onSave, singly }: SaveButtonsProps) {
  const { t } = useTranslation(['documents', 'printing']);
  const { t: common } = useTranslation('common');
  const save = (
    <Shortcut label={t('documents:desk.save')} keys={common('keys.ctrl', { key: 'S' })}>
      <Button
        variant="outlined"
        startIcon={<SaveAltOutlined />}
        aria-disabled={isBusy}
        onClick={onSave}
        sx={dimmed}
      >
        {t('documents:desk.save')}
      </Button>
    </Shortcut>
  );
  return singly ? (
    <ButtonGroup variant="outlined">
      {save}
      <SinglyMenu isBusy={isBusy} {...singly} />
    </ButtonGroup>
  ) : (
    save
  );
}

function SinglyMenu({
  isBusy,
  onFolder,
  onArchive,
}: { readonly isBusy: boolean } & NonNullable<SaveButtonsProps['singly']>) {
  const { t } = useTranslation('printing');
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = (): void => setAnchor(null);
  const choose = (deed: () => void) => (): void => {
    close();
    deed();
  };
  return (
    <>
      <Button
        aria-label={t('save.more')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? id : undefined}
        aria-disabled={isBusy}
        onClick={({ currentTarget }) => {
          if (!isBusy) setAnchor(currentTarget);
        }}
        sx={{ px: 0.5, ...dimmed }}
      >
        <ArrowDropDown />
      </Button>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem onClick={choose(onFolder)}>{t('save.folder')}</MenuItem>
        <MenuItem onClick={choose(onArchive)}>{t('save.archive')}</MenuItem>
      </Menu>
    </>
  );
}
