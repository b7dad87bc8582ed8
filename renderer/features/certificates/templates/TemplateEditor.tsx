import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { BlocksFields } from './BlocksFields.tsx';
import { ClosingFields } from './ClosingFields.tsx';
import { GeneralFields } from './GeneralFields.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { LookFields } from './LookFields.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import type { TemplateDraft } from './template-draft.ts';
import { useTemplateDraft } from './use-template-draft.ts';

interface TemplateEditorProps {
  /** `null`: it becomes a new template. */
  readonly id: string | null;
  readonly draft: TemplateDraft;
  readonly shipped: boolean;
  readonly retired: boolean;
}

const overview = '/certificates/templates';

/** Form at the left, the page itself at the right. */
export function TemplateEditor({ id, draft: initial, shipped, retired }: TemplateEditorProps) {
  const { t } = useTranslation('certificate-templates');
  const { commands } = useServices();
  const say = useNotice();
  const navigate = useNavigate();
  const isFree = useRef(false);
  const editing = useTemplateDraft({
    initial,
    write: ({ name, content }) =>
      id === null
        ? commands.execute('certificateTemplate.create', { name, content })
        : commands.execute('certificateTemplate.revise', { id, name, content }),
    onSaved: ({ version }, { name }) => {
      isFree.current = true;
      say(t('edit.saved', { name: name.trim(), version }));
      void navigate(overview);
    },
  });
  const mayChange = commands.allows('certificateTemplate.revise');
  const disabled = shipped || !mayChange;
  const fields = { editing, disabled };
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
      }}
    >
      <Box
        component="form"
        ref={editing.form}
        aria-label={t('edit.form')}
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void editing.save();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey || disabled) return;
          event.preventDefault();
          void editing.save();
        }}
        sx={{ minWidth: 0 }}
      >
        <Sheet sx={{ display: 'grid', gap: 4, mb: 2 }}>
          {!mayChange && <Alert severity="info">{t('edit.roleHint')}</Alert>}
          {mayChange && shipped && (
            <Alert
              severity="info"
              action={
                <Button color="inherit" component={Link} to={`${overview}/new?from=${id ?? ''}`}>
                  {t('list.copy')}
                </Button>
              }
            >
              {t('edit.shippedHint')}
            </Alert>
          )}
          {retired && <Alert severity="info">{t('edit.retiredHint')}</Alert>}
          <GeneralFields {...fields} />
          <BlocksFields {...fields} />
          <ClosingFields {...fields} />
          <LookFields {...fields} />
        </Sheet>
        {!disabled && (
          <Box sx={barLook}>
            {editing.isRefused && <Alert severity="error">{t('edit.fix')}</Alert>}
            {editing.failure !== undefined && (
              <Alert severity="error">{t('edit.notSaved', { reason: editing.failure })}</Alert>
            )}
            <Box sx={{ display: 'flex', gap: 1 }}>
              <Button type="submit" variant="contained" disabled={editing.isSaving}>
                {t('edit.save')}
              </Button>
              <Button component={Link} to={overview}>
                {t('edit.cancel')}
              </Button>
            </Box>
          </Box>
        )}
      </Box>
      <Box sx={{ position: { md: 'sticky' }, top: { md: 16 }, minWidth: 0 }}>
        <TemplatePreview content={editing.draft.content} isRight={editing.isRight} />
      </Box>
      <LeaveQuestion isChanged={editing.isChanged} isFree={isFree} />
    </Box>
  );
}

/** Stays in sight while the form is longer than the window. */
const barLook = {
  position: 'sticky',
  bottom: 0,
  zIndex: 1,
  display: 'grid',
  gap: 1,
  py: 1.5,
  bgcolor: 'background.default',
} as const;
