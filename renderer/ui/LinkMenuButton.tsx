import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router';

/** Where to go, and what it is called. */
interface WayOn {
  readonly label: string;
  readonly to: string;
}

interface LinkMenuButtonProps {
  readonly main: WayOn;
  readonly icon?: ReactNode;
  /** What the arrow beside it opens. */
  readonly menuLabel: string;
  readonly items: readonly WayOn[];
}

/** The usual way on at one press, the rarer ones in a menu beside it. */
export function LinkMenuButton({ main, icon, menuLabel, items }: LinkMenuButtonProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = (): void => setAnchor(null);
  return (
    <>
      <ButtonGroup variant="outlined">
        <Button component={Link} to={main.to} startIcon={icon}>
          {main.label}
        </Button>
        <Button
          aria-label={menuLabel}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-controls={anchor ? id : undefined}
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
          sx={{ px: 0.5 }}
        >
          <ArrowDropDown />
        </Button>
      </ButtonGroup>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={close}>
        {items.map(({ label, to }) => (
          <MenuItem key={to} component={Link} to={to} onClick={close}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
