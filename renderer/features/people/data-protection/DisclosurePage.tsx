import SaveAltOutlined from '@mui/icons-material/SaveAltOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DocumentDesk } from '#renderer/documents/desk/DocumentDesk.tsx';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makeDisclosure } from '#renderer/documents/make-documents.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err } from '#shared/domain/result.ts';
import { disclosureText, loadDisclosure } from '#shared/domain/retention/disclosure.ts';
import { printedDisclosure } from './printed-disclosure.ts';

/** `/people/:id/disclosure`: everything that is held about a person (Art. 15), to be printed and saved. */
export function DisclosurePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('retention');
  const { commands } = useServices();
  const failureText = useFailureText();
  return (
    <Page title={t('disclosure.title')} back={{ label: t('disclosure.back'), to: `/people/${id}` }}>
      {commands.allows('participant.disclose') ? (
        <OpenDisclosure key={id} id={id} />
      ) : (
        <EmptyState title={t('disclosure.title')} text={failureText({ code: 'role' })} />
      )}
    </Page>
  );
}

function OpenDisclosure({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation('retention');
  const services = useServices();
  const { clock, commands } = services;
  const make = useCallback<MakePdf>(
    async (options) => {
      const disclosure = await loadDisclosure(services, id, clock.now());
      if (!disclosure) return err({ code: 'participant.missing' });
      const people = i18n.getFixedT('de', 'people');
      const printed = printedDisclosure(disclosure, clock.today(), {
        ...{ t: i18n.getFixedT('de', 'retention'), people, app: i18n.getFixedT('de', 'app') },
        languageName: (code) => people(`language.${code}` as 'language.ar', { defaultValue: code }),
      });
      return makeDisclosure(printed, options);
    },
    [services, id, clock, i18n],
  );
  const noted = () => commands.execute('participant.disclose', { ids: [id] });
  return (
    <>
      <Alert severity="info" sx={{ mb: 1.5 }}>
        {t('disclosure.hint')}
      </Alert>
      <DocumentDesk
        label={t('disclosure.title')}
        kind="disclosure"
        landscape={false}
        working={t('disclosure.working')}
        make={make}
        noted={noted}
      >
        <JsonButton id={id} noted={noted} />
      </DocumentDesk>
    </>
  );
}

interface JsonButtonProps {
  readonly id: string;
  readonly noted: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Refusal }>;
}

function JsonButton({ id, noted }: JsonButtonProps) {
  const { t } = useTranslation('retention');
  const services = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const saved = async (): Promise<Refusal | undefined> => {
    const disclosure = await loadDisclosure(services, id, services.clock.now());
    if (!disclosure) return { code: 'participant.missing' };
    const bytes = new TextEncoder().encode(disclosureText(disclosure));
    const answer = await services.documents.save('disclosure', 'json', bytes);
    if (!answer.ok) return answer.error;
    if (!answer.value) return undefined;
    const entry = await noted();
    if (!entry.ok) return entry.error;
    say(t('disclosure.saved'));
    return undefined;
  };
  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal(await saved());
    setBusy(false);
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<SaveAltOutlined />}
        aria-disabled={busy}
        onClick={() => void save()}
      >
        {t('disclosure.saveJson')}
      </Button>
      {refusal && <Alert severity="error">{failureText(refusal)}</Alert>}
    </>
  );
}
