import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldTexts } from '#renderer/i18n/person-field-texts.ts';
import { useLanguageName } from '#renderer/i18n/use-language-name.ts';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';

const tableLook = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  overflowWrap: 'anywhere',
  '& th, & td': { pr: 1, py: 0.5, textAlign: 'start', verticalAlign: 'top', borderBottom: 1 },
  '& th, & td, & thead th': { borderColor: 'line.soft' },
  '& thead th': { color: 'text.secondary', fontSize: '0.8125rem' },
} as const;

/** What was changed of a person's data, when, and by whom: the latest first, and only when it is asked for. */
export function ChangesTable({ id }: { readonly id: string }) {
  const { t } = useTranslation('retention');
  const { commands } = useServices();
  const [isOpen, setIsOpen] = useState(false);
  if (!commands.allows('participant.depart')) return null;
  return isOpen ? (
    <OpenChanges id={id} />
  ) : (
    <Button sx={{ mt: 1.5, ml: -1 }} onClick={() => setIsOpen(true)}>
      {t('changes.show')}
    </Button>
  );
}

function OpenChanges({ id }: { readonly id: string }) {
  const { t } = useTranslation('retention');
  const { t: people } = useTranslation('people');
  const { t: app } = useTranslation('app');
  const { records, audit } = useServices();
  const languageName = useLanguageName();
  const momentText = useMomentText();
  const changes = useLoaded(['personChange'], () => records.where('personChange', 'participantId', id), [id]);
  const names = useLoaded([], () => audit.accountNames(), []);
  const { label, value } = fieldTexts({ people, retention: t, languageName });
  if (!changes) return null;
  const rows = changes
    .toSorted((a, b) => b.value.at.localeCompare(a.value.at))
    .flatMap(({ id: change, value: { at, by, role, fields } }) =>
      fields.map((field) => ({ key: `${change} ${field.name}`, at, by, role, ...field })),
    );
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {t('changes.title')}
      </Typography>
      {rows.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('changes.none')}</Typography>
      ) : (
        <Box component="table" aria-label={t('changes.table')} sx={tableLook}>
          <thead>
            <tr>
              {(['at', 'who', 'field', 'before', 'after'] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`changes.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, at, by, role, name, before, after }) => (
              <tr key={key}>
                <td>{momentText(Date.parse(at))}</td>
                <td>{names?.get(by) ?? app(`role.${role}`)}</td>
                <td>{label(name)}</td>
                <td>
                  <bdi dir="auto">{value(name, before)}</bdi>
                </td>
                <td>
                  <bdi dir="auto">{value(name, after)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </Box>
  );
}
