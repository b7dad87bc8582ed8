import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { OverwrittenEdits } from '#renderer/services/overwritten/OverwrittenEdits.tsx';
import { useEntries } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { formWidth } from './FormFrame.tsx';
import { SubProjectForm } from './SubProjectForm.tsx';

const overview = '/courses?tab=sub-projects';

/** `/courses/sub-projects/new` and `/courses/sub-projects/:id`. */
export function SubProjectPage() {
  const { id } = useParams();
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const [taken, setTaken] = useState(0);
  const target = id === undefined || id === 'new' ? null : id;
  const subProject = useEntries('subProject').find((entry) => entry.id === target);
  const isMissing = target !== null && subProject === undefined;
  const leave = (): void => void navigate(overview);
  return (
    <Page
      title={subProject?.name ?? t(isMissing ? 'subProject.missing' : 'sub-projects.new')}
      back={{ label: t('backToCourses'), to: overview }}
    >
      {subProject && (
        <OverwrittenEdits
          of={[{ kind: 'subProject', id: subProject.id }]}
          onTaken={() => setTaken(taken + 1)}
        />
      )}
      <Sheet sx={{ maxWidth: formWidth }}>
        {isMissing ? (
          <EmptyState title={t('subProject.missing')} text={t('group.missingText')} />
        ) : (
          <SubProjectForm
            key={`${target} ${taken}`}
            subProject={subProject}
            onSaved={leave}
            onCancel={leave}
          />
        )}
      </Sheet>
    </Page>
  );
}
