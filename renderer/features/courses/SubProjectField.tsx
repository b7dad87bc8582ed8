import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import type { OfferValues } from './offer-values.ts';
import { partnershipOn } from './partner-period.ts';
import { SubProjectForm } from './SubProjectForm.tsx';
import { TextInput } from './TextInput.tsx';
import type { Draft } from './use-draft.ts';

interface SubProjectFieldProps {
  readonly draft: Draft<OfferValues>;
  readonly readOnly: boolean;
}

/** The Teilprojekt that an offer belongs to: one of the same area, or a new one. Its partners are proposed. */
export function SubProjectField({ draft, readOnly }: SubProjectFieldProps) {
  const { t } = useTranslation('courses');
  const { directory, clock } = useServices();
  const subProjects = useEntries('subProject');
  const [making, setMaking] = useState(false);
  const { values, errors, set } = draft;
  const { area } = values;
  const choose = (id: string): void => {
    set('subProjectId', id);
    const partnerIds = directory.get('subProject', id)?.partnerIds ?? [];
    const valid = partnerIds.filter((partnerId) => {
      const partner = directory.get('partner', partnerId);
      return partner !== undefined && partnershipOn(partner, clock.today()) === 'valid';
    });
    if (values.partnerIds.length === 0) set('partnerIds', valid);
  };
  return (
    <Box>
      <TextInput
        label={t('offer.subProject')}
        value={values.subProjectId}
        onChange={choose}
        error={errors.subProjectId}
        hint={t(area === '' ? 'offer.subProjectAreaFirst' : 'offer.subProjectHint')}
        disabled={readOnly}
        options={[
          <MenuItem key="none" value="">
            {t('offer.subProjectNone')}
          </MenuItem>,
          ...subProjects
            .filter((one) => one.area === area)
            .sort((a, b) => a.name.localeCompare(b.name, 'de'))
            .map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            )),
        ]}
      />
      {!readOnly && (
        <Button size="small" startIcon={<Add />} disabled={area === ''} onClick={() => setMaking(true)}>
          {t('sub-projects.new')}
        </Button>
      )}
      {area !== '' && (
        // The keys and the sending of the dialog's form are its own, not those of the form around.
        <Dialog
          open={making}
          onClose={() => setMaking(false)}
          onKeyDown={(event) => event.stopPropagation()}
          onSubmit={(event) => event.stopPropagation()}
          aria-labelledby="new-sub-project"
          maxWidth="sm"
          fullWidth
        >
          <DialogTitle id="new-sub-project">{t('sub-projects.new')}</DialogTitle>
          <DialogContent sx={{ '& form': { pt: 1 } }}>
            <SubProjectForm
              subProject={undefined}
              area={area}
              onSaved={(id) => {
                setMaking(false);
                choose(id);
              }}
              onCancel={() => setMaking(false)}
            />
          </DialogContent>
        </Dialog>
      )}
    </Box>
  );
}
