import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useAuditCheck, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { facilityId } from '#shared/domain/records/facility.ts';
import { AuditCheckSheet } from './AuditCheckSheet.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { type AuditChoice, everything, lastChoice, rememberChoice } from './audit-choice.ts';
import type { AuditTexts } from './audit-texts.ts';
import { ChainTable } from './ChainTable.tsx';
import { type AuditLines, useAuditLines } from './use-audit-lines.ts';
import { useAccountNames, useAuditTexts } from './use-audit-texts.ts';
import { useSaveAudit } from './use-save-audit.ts';

/** `/administration/audit`: who did what, and whether the log is complete. Opening it is an entry, too. */
export function AuditPage() {
  const { t } = useTranslation(['audit', 'safety']);
  const { commands } = useServices();
  const failureText = useFailureText();
  const back = { label: t('safety:title'), to: '/administration/safety' };
  if (commands.allows('audit.view')) return <OpenAudit back={back} />;
  return (
    <Page title={t('title')}>
      <EmptyState title={t('onlyAdministrators')} text={failureText({ code: 'role' })} />
    </Page>
  );
}

/** Leaves the entry first, so that it stands in the list. */
function useNotedView(): boolean {
  const { commands } = useServices();
  const [noted, setNoted] = useState(false);
  useEffect(() => {
    let current = true;
    void commands.execute('audit.view', { ids: [facilityId] }).then(() => current && setNoted(true));
    return () => {
      current = false;
    };
  }, [commands]);
  return noted;
}

function OpenAudit({ back }: { readonly back: { readonly label: string; readonly to: string } }) {
  const { t } = useTranslation('audit');
  const failureText = useFailureText();
  const check = useAuditCheck();
  const [choice, setChoice] = useState(lastChoice);
  const names = useAccountNames();
  const texts = useAuditTexts(names);
  const found = useAuditLines(choice, useNotedView());
  const saving = useSaveAudit(choice, texts);
  const choose = (next: AuditChoice): void => {
    rememberChoice(next);
    setChoice(next);
  };
  const chains = check.state === 'done' ? check.finding.chains : [];
  const refusal = saving.refusal ?? found.refusal;
  return (
    <Page title={t('title')} back={back} actions={<Deeds saving={saving} />}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {refusal && <Alert severity="error">{failureText(refusal)}</Alert>}
        <AuditCheckSheet texts={texts} />
        <Sheet padded={false}>
          <Box sx={{ p: 2, pb: 1, borderBottom: 1, borderColor: 'line.soft' }}>
            <AuditFilters choice={choice} names={names} onChoose={choose} />
            <FoundCount found={found} isFiltered={choice !== everything} onClear={() => choose(everything)} />
          </Box>
          <Found found={found} texts={texts} showComputer={chains.length > 1} />
        </Sheet>
        {chains.length > 0 && <ChainTable chains={chains} texts={texts} />}
      </Box>
    </Page>
  );
}

function Deeds({ saving }: { readonly saving: ReturnType<typeof useSaveAudit> }) {
  const { t } = useTranslation('audit');
  return (
    <>
      <Button variant="outlined" aria-disabled={saving.isSaving} onClick={() => void saving.save()}>
        {t(saving.isSaving ? 'saving' : 'save')}
      </Button>
      <Button
        component={Link}
        to="/administration/audit/print"
        variant="contained"
        startIcon={<PrintOutlined />}
      >
        {t('print')}
      </Button>
    </>
  );
}

interface FoundCountProps {
  readonly found: AuditLines;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function FoundCount({ found: { lines, isLooking, hasMore }, isFiltered, onClear }: FoundCountProps) {
  const { t } = useTranslation('audit');
  const sentence = isLooking ? 'list.looking' : hasMore ? 'list.foundMore' : 'list.found';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
        {t(sentence, { count: lines.length })}
      </Typography>
      {isFiltered && (
        <Button size="small" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </Box>
  );
}

interface FoundProps {
  readonly found: AuditLines;
  readonly texts: AuditTexts;
  readonly showComputer: boolean;
}

function Found({ found: { lines, isLooking, more }, texts, showComputer }: FoundProps) {
  const { t } = useTranslation('audit');
  if (lines.length === 0)
    return isLooking ? null : <EmptyState title={t('list.noneTitle')} text={t('list.noneText')} />;
  return <AuditTable lines={lines} texts={texts} showComputer={showComputer} onEnd={more} />;
}
