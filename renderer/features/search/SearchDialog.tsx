import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFoundPeople, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { FindingList } from './FindingList.tsx';
import { type Finding, findings, mostPeople, nothingText } from './findings.ts';

interface SearchDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

/** The one search: people, today's sessions, groups, offers, and what can be done. */
export function SearchDialog({ open, onClose, onHelp }: SearchDialogProps) {
  const { t } = useTranslation('app');
  const { lock } = useServices();
  const navigate = useNavigate();
  const chosen = useRef<Finding['target']>(undefined);
  // Only now: while the dialog is there it keeps the focus, and the new screen could not take it.
  const follow = (): void => {
    const target = chosen.current;
    chosen.current = undefined;
    if (target === undefined) return;
    if ('to' in target) void navigate(target.to);
    else if (target.deed === 'lock') lock();
    else onHelp();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      transitionDuration={0}
      slotProps={{
        transition: { onExited: follow },
        container: { sx: { alignItems: 'flex-start' } },
        paper: { 'aria-label': t('search.title'), sx: { mt: { xs: 1, md: '10vh' } } },
      }}
    >
      <SearchBox
        onGo={({ target }) => {
          chosen.current = target;
          onClose();
        }}
      />
    </Dialog>
  );
}

function SearchBox({ onGo }: { readonly onGo: (finding: Finding) => void }) {
  const { t } = useTranslation('app');
  const services = useServices();
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const today = services.clock.today();
  const sessions = useLoaded(['session'], () => services.directory.sessionsBetween(today, today), [today]);
  const people = useFoundPeople(text, text.trim() === '' ? 0 : mostPeople);
  const found = useMemo(
    () =>
      findings(
        services,
        (sessions ?? []).map(({ session }) => session),
        people,
        text,
        t,
      ),
    [services, sessions, people, text, t],
  );
  const active = Math.min(chosen, found.length - 1);

  const onKeyDown = (event: KeyboardEvent): void => {
    const finding = found[active];
    if (event.key === 'ArrowDown') setChosen(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && finding) onGo(finding);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          px: 2.5,
          borderBottom: 1,
          borderColor: 'line.soft',
        }}
      >
        <Search aria-hidden sx={{ color: 'text.secondary' }} />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          placeholder={t('search.placeholder')}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          sx={{ minHeight: 56, fontSize: '1.0625rem' }}
          slotProps={{
            input: {
              role: 'combobox',
              'aria-label': t('search.title'),
              'aria-expanded': found.length > 0,
              'aria-controls': `${id}-list`,
              'aria-autocomplete': 'list',
              'aria-activedescendant': found.length > 0 ? `${id}-${active}` : undefined,
              autoComplete: 'off',
              spellCheck: false,
              maxLength: 200,
            },
          }}
        />
      </Box>
      <FindingList id={id} found={found} active={active} nothing={nothingText(text, t)} onGo={onGo} />
    </>
  );
}
