import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { GroupForm } from './GroupForm.tsx';

/** `/courses/groups/:id/edit`: the form of a group. Its own page says so where there is no such group. */
export function EditGroupPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const navigate = useNavigate();
  const group = useEntries('courseGroup').find((entry) => entry.id === id);
  const address = `/courses/groups/${id}`;
  if (!group || !commands.allows('courseGroup.save')) return <Navigate to={address} replace />;
  const leave = (): void => void navigate(address);
  return (
    <Page title={t('group.edit')} back={{ label: group.name, to: address }}>
      <Sheet>
        <GroupForm key={id} group={group} offerId={group.offerId} onSaved={leave} onCancel={leave} />
      </Sheet>
    </Page>
  );
}
