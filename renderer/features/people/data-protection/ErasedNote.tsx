import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useSetAside } from '#renderer/services/use-services.ts';
import { StillHeld } from '#renderer/ui/StillHeld.tsx';

/** With this state somebody comes to the list of people who has just erased one. */
export const hasErased = { hasErased: true } as const;

const saysErased = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'hasErased' in state && state.hasErased === true;

/** Above the list of people, after one of them was erased: where they still lie, sealed. Goes when it is closed. */
export function ErasedNote() {
  const { state, pathname } = useLocation();
  return saysErased(state) ? <OpenNote pathname={pathname} /> : null;
}

function OpenNote({ pathname }: { readonly pathname: string }) {
  const { t } = useTranslation(['retention', 'common']);
  const navigate = useNavigate();
  const { aside } = useSetAside();
  if (!aside) return null;
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      onClose={() => void navigate(pathname, { replace: true })}
      closeText={t('common:close')}
    >
      <strong>{t('held.title')}</strong>
      <StillHeld aside={aside.length} />
    </Alert>
  );
}
