import PlaylistRemove from '@mui/icons-material/PlaylistRemove';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { parseListCode } from '#shared/domain/attendance/list-number.ts';
import { inFours } from '#shared/domain/digits.ts';
import type { SignatureList } from '#shared/domain/records/signature-list.ts';
import { SessionFacts } from '../SessionFacts.tsx';
import { useSession } from '../use-session.ts';
import { PaperEntry } from './PaperEntry.tsx';

/** `/lists/:number`: a signed list is entered from the paper. */
export function PaperListPage() {
  const { number = '' } = useParams();
  const { records } = useServices();
  const code = parseListCode(number);
  const read = useLoaded(
    ['signatureList'],
    async () => ({ list: code && (await records.get('signatureList', code.number)) }),
    [code?.number],
  );
  if (!code) return <NoList kind="wrong" number={number} />;
  if (!read) return null;
  if (!read.list) return <NoList kind="unknown" number={inFours(code.number)} />;
  return <PaperList key={code.number} number={code.number} list={read.list} />;
}

function NoList({ kind, number }: { readonly kind: 'wrong' | 'unknown'; readonly number: string }) {
  const { t } = useTranslation('attendance');
  return (
    <Page title={t('paper.title')} back={{ label: t('backToToday'), to: '/' }}>
      <Sheet>
        <EmptyState
          icon={<PlaylistRemove />}
          title={t(kind === 'wrong' ? 'paper.wrong.title' : 'paper.unknown.title', { number })}
          text={t(kind === 'wrong' ? 'paper.wrong.text' : 'paper.unknown.text')}
          action={
            <Button component={Link} to="/" variant="contained">
              {t('backToToday')}
            </Button>
          }
        />
      </Sheet>
    </Page>
  );
}

function PaperList({ number, list }: { readonly number: string; readonly list: SignatureList }) {
  const { t } = useTranslation('attendance');
  const { directory } = useServices();
  const view = useSession(list.sessionId);
  const group = directory.get('courseGroup', list.groupId);
  const offer = group && directory.get('offer', group.offerId);
  const { session, attendees } = view;
  const shown = inFours(number);
  if (session === null) return <NoList kind="unknown" number={shown} />;
  return (
    <Page
      title={t('paper.titleOf', { group: group?.name ?? '', number: shown })}
      back={{ label: t('paper.back'), to: `/sessions/${list.sessionId}` }}
    >
      {session && attendees && (
        <>
          <SessionFacts session={session} group={group} offer={offer} />
          <PaperEntry list={list} view={{ ...view, session, attendees }} />
        </>
      )}
    </Page>
  );
}
