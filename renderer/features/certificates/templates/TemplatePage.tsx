import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { OverwrittenEdits } from '#renderer/services/overwritten/OverwrittenEdits.tsx';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { shippedTemplates } from '#shared/domain/certificates/shipped-templates.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import type { TemplateDraft } from './template-draft.ts';

/** A template to be shown: under which id it is revised (`null`: it becomes a new one), and why it can't be changed. */
interface OpenedTemplate {
  readonly id: string | null;
  readonly draft: TemplateDraft;
  readonly shipped: boolean;
  readonly retired: boolean;
}

export const templatesAddress = '/certificates/templates';

/** `/certificates/templates/:id`, and `/certificates/templates/new?from=…` for a copy of another. */
export function TemplatePage() {
  const { t } = useTranslation('certificate-templates');
  const { records } = useServices();
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const isNew = id === 'new';
  const [taken, setTaken] = useState(0);
  const source = isNew ? (params.get('from') ?? 'participation') : id;
  const loaded = useLoaded<{
    readonly key: string;
    readonly opened: OpenedTemplate | undefined;
  }>([], async () => {
    const shipped = shippedTemplates.find((template) => template.id === source);
    const found = shipped ?? (await records.get('certificateTemplate', source));
    const key = `${id} ${source} ${taken}`;
    if (!found) return { key, opened: undefined };
    const { name, content } = found;
    const draft = { name: isNew ? t('edit.copyName', { name }) : name, content };
    const retired = 'retired' in found && found.retired && !isNew;
    return {
      key,
      opened: { id: isNew ? null : id, draft, shipped: !isNew && shipped !== undefined, retired },
    };
  }, [id, source, taken]);
  const back = { label: t('edit.back'), to: templatesAddress };
  const current = loaded?.key === `${id} ${source} ${taken}` ? loaded : undefined;
  if (!current) {
    return (
      <Page title={t('title')} back={back}>
        {null}
      </Page>
    );
  }
  const { opened } = current;
  if (!opened) {
    return (
      <Page title={t('edit.missing')} back={back}>
        <Sheet>
          <EmptyState
            title={t('edit.missing')}
            text={t('edit.missingText')}
            action={
              <Button variant="contained" component={Link} to={templatesAddress}>
                {t('edit.toList')}
              </Button>
            }
          />
        </Sheet>
      </Page>
    );
  }
  return (
    <Page title={isNew ? t('edit.new') : opened.draft.name} back={back}>
      {!isNew && (
        <OverwrittenEdits of={[{ kind: 'certificateTemplate', id }]} onTaken={() => setTaken(taken + 1)} />
      )}
      <TemplateEditor key={current.key} {...opened} />
    </Page>
  );
}
