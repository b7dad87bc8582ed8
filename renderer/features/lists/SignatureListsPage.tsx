import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import type { SignatureLists } from '#renderer/documents/lists/printed-lists.ts';
import { makeLists } from '#renderer/documents/make-documents.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import { groupedBy, type PlannedSession, plannedBetween } from '#shared/domain/timetable/planned.ts';
import { NothingToPrint } from './NothingToPrint.tsx';
import { PrintPage } from './PrintPage.tsx';
import { signatureLists } from './print-data.ts';
import { chosenLead, ledBy, type PrintScope, printScope } from './print-scope.ts';
import { useScopeText } from './use-scope-text.ts';

interface Asked {
  readonly address: string;
  readonly scope: PrintScope;
  readonly sessions: readonly PlannedSession[];
}

/** The sessions that the address asks for and that take place. Read once: a list in print does not change. */
function useAsked(search: URLSearchParams): Asked | undefined {
  const { clock, directory, records } = useServices();
  const [sessionId, groupId] = [search.get('session'), search.get('group')];
  const [day, week] = [search.get('day'), search.get('week')];
  const address = JSON.stringify([sessionId, groupId, day, week]);
  const asked = useLoaded([], async () => {
    const session = sessionId === null ? undefined : await records.get('session', sessionId);
    const params = session ? new URLSearchParams({ day: session.date }) : search;
    const scope = printScope(params, clock.today());
    const planned = await plannedBetween(directory, scope.from, scope.to);
    const sessions = planned.filter(
      ({ id, cancelled, ...one }) =>
        !cancelled &&
        (sessionId === null || id === sessionId) &&
        (groupId === null || one.groupId === groupId),
    );
    return { address, scope, sessions };
  }, [address]);
  return asked?.address === address ? asked : undefined;
}

/** Where the address was most likely opened from. */
function useBack(search: URLSearchParams): { readonly label: string; readonly to: string } {
  const { t } = useTranslation('lists');
  const [session, group, week] = ['session', 'group', 'week'].map((name) => search.get(name));
  if (session) return { label: t('back.session'), to: `/sessions/${session}` };
  if (group) return { label: t('back.group'), to: `/courses/groups/${group}` };
  if (week) return { label: t('back.week'), to: `/courses/week?week=${week}` };
  return { label: t('back.today'), to: '/' };
}

/** `/print/signature-lists` of a session, a day or a week, with `&group=…` of one group, with `&lead=…` of one lead. */
export function SignatureListsPage() {
  const { t } = useTranslation('lists');
  const { commands } = useServices();
  const failureText = useFailureText();
  const [search] = useSearchParams();
  const asked = useAsked(search);
  const back = useBack(search);
  const title = t('signature.title');
  if (!commands.allows('signatureList.print')) {
    const text = failureText({ code: 'role' });
    return <NothingToPrint title={title} back={back} heading={t('signature.denied')} text={text} />;
  }
  if (!asked) return null;
  if (asked.sessions.length === 0) {
    const text = t('signature.emptyText');
    return <NothingToPrint title={title} back={back} heading={t('signature.emptyTitle')} text={text} />;
  }
  return <Lists asked={asked} back={back} />;
}

function Lists({ asked, back }: { readonly asked: Asked; readonly back: ReturnType<typeof useBack> }) {
  const { t } = useTranslation('lists');
  const services = useServices();
  const scopeText = useScopeText();
  const [search] = useSearchParams();
  const lead = chosenLead(asked.sessions, search.get('lead'), services.signedIn.name);
  const sessions = useMemo(() => ledBy(asked.sessions, lead), [asked.sessions, lead]);
  const make = useMakeLists(sessions);
  const count = sessions.length;
  return (
    <PrintPage
      title={t('signature.title')}
      about={t('signature.about', { scope: scopeText(asked.scope), lists: t('signature.count', { count }) })}
      back={back}
      kind="signature-lists"
      landscape
      working={t('signature.working', { count })}
      make={make}
    >
      <LeadChoice sessions={asked.sessions} lead={lead} />
    </PrintPage>
  );
}

/** Makes the pages. The lists are drawn once for the same sessions, however often the pages are made. */
function useMakeLists(sessions: readonly PlannedSession[]): MakePdf {
  const services = useServices();
  const drawn = useMemo(() => {
    let lists: Promise<Result<SignatureLists, Refusal>> | undefined;
    return async () => {
      lists ??= signatureLists(services, sessions);
      const answer = await lists;
      if (!answer.ok) lists = undefined;
      return answer;
    };
  }, [services, sessions]);
  return useCallback<MakePdf>(
    async (options) => {
      const lists = await drawn();
      return lists.ok ? await makeLists(lists.value, options) : lists;
    },
    [drawn],
  );
}

/** Whose lists, where there are those of several. */
function LeadChoice({
  sessions,
  lead,
}: {
  readonly sessions: readonly PlannedSession[];
  readonly lead: string | null;
}) {
  const { t } = useTranslation('lists');
  const [, setSearch] = useSearchParams();
  // Sessions without a lead count too: otherwise there would be no way to their lists.
  const byLead = groupedBy(sessions, 'lead');
  if (byLead.length < 2) return null;
  const choose = (name: string): void =>
    setSearch(
      (before) => {
        before.set('lead', name);
        return before;
      },
      { replace: true },
    );
  return (
    <TextField
      select
      label={t('signature.lead')}
      value={lead ?? ''}
      onChange={({ target }) => choose(target.value)}
      sx={{ width: 240, ml: 'auto' }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{t('signature.everyLead')}</MenuItem>
      {byLead
        .flatMap(({ name }) => name ?? [])
        .map((name) => (
          <MenuItem key={name} value={name}>
            {name}
          </MenuItem>
        ))}
    </TextField>
  );
}
