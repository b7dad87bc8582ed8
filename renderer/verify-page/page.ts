/**
 * `verify.html`: checks certificates on any device, from the file alone. Guarantees that nothing is sent (its policy
 * allows no connection, and the code stands in the address's fragment, which no browser sends) and nothing is stored.
 */
import { judgeByLists, type OpenedProofLists, openProofLists } from '#shared/domain/proof/judge-proof.ts';
import { parseProof } from '#shared/domain/proof/proof-digits.ts';
import { openRevocationList } from '#shared/domain/proof/revocation-list.ts';
import { readListFile, type SignedList } from '#shared/domain/proof/signed-list.ts';
import { browserVerifier, UnableToVerifyError } from './browser-verifier.ts';
import type { PageLists } from './page-lists.ts';
import { element, said, shownDay } from './page-texts.ts';
import { shownJudgement, verdictBox } from './show-verdict.ts';

const lists = JSON.parse(document.getElementById('lists')?.textContent ?? '') as PageLists;
const anchor = Uint8Array.from(atob(lists.trustAnchor), (unit) => unit.charCodeAt(0));
const { facility } = lists;

const field = element('textarea', {
  ...{ id: 'code', rows: '3', maxlength: '4000', inputmode: 'numeric', 'aria-describedby': 'hint' },
  ...{ autocomplete: 'off', spellcheck: 'false' },
});
const form = element(
  'form',
  {},
  element('label', { for: 'code' }, ...said('field')),
  field,
  element('p', { class: 'hint', id: 'hint' }, ...said('hint')),
  element('button', { type: 'submit' }, ...said('check')),
);
const result = element('div', { role: 'status', 'aria-live': 'polite', id: 'result' });
const footer = element('footer', {});

function opened(revocations: SignedList | null): ReturnType<typeof openProofLists> {
  return openProofLists({ trustAnchor: anchor, issuers: lists.issuers, revocations }, browserVerifier);
}
let inUse = opened(lists.revocations);

/** Only the last text that was given is answered. */
let turn = 0;

async function check(text: string): Promise<void> {
  turn += 1;
  const mine = turn;
  const shown = await answer(text);
  if (mine === turn) result.replaceChildren(...shown);
}

async function answer(text: string): Promise<HTMLElement[]> {
  const digits = parseProof(text);
  if (!digits.ok) return [verdictBox('unreadable', 'unreadableText', {})];
  try {
    const known = await inUse;
    if (typeof known === 'string') return [verdictBox('unable', 'forgedLists', {})];
    return shownJudgement(await judgeByLists(digits.value, known, browserVerifier), facility);
  } catch (error) {
    if (error instanceof UnableToVerifyError) return [verdictBox('unable', 'unableText', {})];
    throw error;
  }
}

/** Takes over a newer list of revocations from a file; says what became of it. */
async function takeList(file: File, line: HTMLElement): Promise<void> {
  const read = readListFile('revocations', await file.text());
  const known = await inUse;
  if (typeof known === 'string') return;
  const list = read.ok ? await openRevocationList(read.value, known.issuers, browserVerifier) : undefined;
  if (!read.ok || !list) return line.replaceChildren(...said('listRefused'));
  if (list.serial < (known.revocations?.serial ?? 0)) return line.replaceChildren(...said('listOlder'));
  inUse = opened(read.value);
  line.replaceChildren(...said('listTaken', { day: shownDay(list.listedOn) }));
  if (field.value !== '') await check(field.value);
}

function listsLine({ issuers, revocations }: OpenedProofLists): HTMLElement[] {
  const day = revocations === null ? '' : shownDay(revocations.listedOn);
  return [
    element('p', {}, ...said('issuersAsOf', { day: shownDay(issuers.listedOn) })),
    element('p', {}, ...said(revocations === null ? 'noRevocations' : 'revocationsAsOf', { day })),
  ];
}

async function showFooter(): Promise<void> {
  const line = element('p', { role: 'status' });
  const chosen = element('input', { type: 'file', id: 'list', accept: '.txt,text/plain' });
  chosen.addEventListener('change', () => {
    const file = chosen.files?.[0];
    if (file) void takeList(file, line);
  });
  const known = await inUse.catch(() => undefined);
  if (known === undefined || typeof known === 'string') {
    const why = known === undefined ? 'unableText' : 'forgedLists';
    result.replaceChildren(verdictBox('unable', why, {}));
  }
  footer.append(
    element('p', {}, ...said('private')),
    ...(typeof known === 'object' ? listsLine(known) : []),
    element('p', {}, element('label', { for: 'list' }, ...said('newerList')), chosen),
    line,
    element('p', {}, ...said('fingerprint'), element('code', {}, lists.trustAnchor)),
  );
}

function checkAddress(): void {
  const fragment = location.hash.slice(1);
  if (fragment === '') return;
  field.value = fragment;
  void check(fragment);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  // The next scan replaces what is there.
  field.select();
  void check(field.value);
});
// A scanner ends with Enter, which in a field of several lines would begin a new one.
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  form.requestSubmit();
});
window.addEventListener('hashchange', checkAddress);
document.querySelector('main')?.append(element('h1', {}, ...said('title')), form, result, footer);
field.focus();
void showFooter().then(checkAddress);
