import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { byListName, listName } from '#shared/domain/names/full-name.ts';

/** People whose departure nobody seems to have entered: for them no period ever begins. */
export function Overlooked({ people }: { readonly people: readonly PersonEntry[] }) {
  const { t } = useTranslation('retention');
  const [isOpen, setIsOpen] = useState(false);
  if (people.length === 0) return null;
  return (
    <Alert
      severity="warning"
      action={
        isOpen ? undefined : (
          <Button color="inherit" size="small" onClick={() => setIsOpen(true)}>
            {t('due.showOverlooked')}
          </Button>
        )
      }
    >
      {t('due.overlooked', { count: people.length })}
      {isOpen && (
        <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5, maxHeight: 240, overflow: 'auto' }}>
          {people.toSorted(byListName).map((person) => (
            <li key={person.id}>
              <Link component={RouterLink} to={`/people/${person.id}`}>
                {listName(person)}
              </Link>
            </li>
          ))}
        </Box>
      )}
    </Alert>
  );
}
