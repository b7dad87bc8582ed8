import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { ProofJudgement, ProofState } from '#shared/domain/proof/judge-proof.ts';
import type { ProofContent } from '#shared/domain/proof/proof-content.ts';
import { element, said, shownDay, type TextKey } from './page-texts.ts';

/** What the page says: the four states, and why there is none. */
export type Verdict = ProofState | 'unreadable' | 'unable';

/** Paths of a 24 by 24 field; a different shape for each verdict, so that colour is never alone. */
const icons: Readonly<Record<Verdict, string>> = {
  genuine: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-2 15-5-5 1.4-1.4L10 14.2l7.6-7.6L19 8l-9 9Z',
  revoked:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM4 12a8 8 0 0 1 12.9-6.3L5.7 16.9A8 8 0 0 1 4 12Zm8 8a8 8 0 0 1-4.9-1.7L18.3 7.1A8 8 0 0 1 12 20Z',
  altered: 'M1 21h22L12 2 1 21Zm12-3h-2v-2h2v2Zm0-4h-2v-4h2v4Z',
  foreign:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1 17h-2v-2h2v2Zm2.1-7.8-.9.9c-.7.8-1.2 1.4-1.2 2.9h-2v-.5c0-1.1.5-2.1 1.2-2.8l1.2-1.3A2 2 0 1 0 10 9H8a4 4 0 1 1 7.1 2.2Z',
  unreadable: 'M3 5h2v14H3V5Zm4 0h1v14H7V5Zm3 0h3v14h-3V5Zm5 0h1v14h-1V5Zm3 0h3v14h-3V5Z',
  unable: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm5 11H7v-2h10v2Z',
};

function icon(verdict: Verdict): Node {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', icons[verdict]);
  path.setAttribute('fill', 'currentColor');
  drawing.append(path);
  return drawing;
}

/** A verdict as icon, word and colour, with a sentence. */
export function verdictBox(
  verdict: Verdict,
  why: TextKey,
  values: Readonly<Record<string, string>>,
): HTMLElement {
  return element(
    'div',
    { class: `verdict ${verdict}`, 'data-verdict': verdict },
    icon(verdict),
    element('p', { class: 'word' }, ...said(verdict)),
    element('p', { class: 'why' }, ...said(why, values)),
  );
}

/** What the paper must show, in its order. */
function contents(content: ProofContent): HTMLElement[] {
  const { name, offer, periodFrom, periodTo, ueAttended, ueOffered, number, issuedOn } = content;
  const rows: readonly (readonly [TextKey, string])[] = [
    ['name', name],
    ['offer', offer],
    ['period', `${shownDay(periodFrom)} – ${shownDay(periodTo)}`],
    ['units', `${ueAttended} / ${ueOffered}`],
    ['number', printedNumber(number)],
    ['issuedOn', shownDay(issuedOn)],
  ];
  const list = element('dl', {});
  for (const [key, value] of rows)
    list.append(element('dt', {}, ...said(key)), element('dd', { dir: 'auto', 'data-field': key }, value));
  const shortened = [name, offer].some((text) => text.endsWith('…'));
  return [
    element('h2', {}, ...said('content')),
    list,
    ...(shortened ? [element('p', { class: 'hint' }, ...said('shortened'))] : []),
  ];
}

/** Everything that is shown of a judgement. Content of what is not genuine is shown only where it was really issued. */
export function shownJudgement(judgement: ProofJudgement, facility: string): HTMLElement[] {
  const { state, content } = judgement;
  const values = { facility, day: state === 'revoked' ? shownDay(judgement.on) : '' };
  const box = verdictBox(state, `${state}Text`, values);
  const vouched = state === 'genuine' || state === 'revoked';
  return vouched && content ? [box, ...contents(content)] : [box];
}
