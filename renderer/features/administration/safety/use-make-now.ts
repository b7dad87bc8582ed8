import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';

/** Makes a snapshot and says how it ended. */
export function useMakeNow(): { readonly makeNow: () => Promise<void>; readonly busy: boolean } {
  const { t } = useTranslation('safety');
  const { backup } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const [busy, setBusy] = useState(false);
  const makeNow = async (): Promise<void> => {
    if (busy || backup.current()?.busy) return;
    setBusy(true);
    const answer = await backup.makeNow();
    setBusy(false);
    if (answer.ok) say(t('made'));
    else say(failureText(answer.error), 'error');
  };
  return { makeNow, busy };
}
