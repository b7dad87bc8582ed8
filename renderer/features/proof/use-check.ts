import { useCallback, useRef, useState } from 'react';
import { useServices } from '#renderer/services/use-services.ts';
import type { ProofJudgement } from '#shared/domain/proof/judge-proof.ts';
import { parseProof, type UnreadableProof } from '#shared/domain/proof/proof-digits.ts';
import { isSameCertificate } from '#shared/domain/proof/same-certificate.ts';

/** What the register of this computer says of a number. */
export type InRegister =
  | { readonly state: 'known' | 'differs'; readonly certificateId: string }
  | { readonly state: 'unknown' };

export type Checked =
  | { readonly state: 'unreadable'; readonly code: UnreadableProof }
  | {
      readonly state: 'judged';
      readonly judgement: ProofJudgement;
      /** `null` where the code's number is not vouched for. */
      readonly register: InRegister | null;
    };

/** Checks scanned or pasted texts; only the last one is answered. */
export function useCheck(): { readonly checked: Checked | undefined; check(text: string): Promise<void> } {
  const { proof } = useServices();
  const [checked, setChecked] = useState<Checked>();
  const turn = useRef(0);
  const judge = useCallback(
    async (text: string): Promise<Checked> => {
      const digits = parseProof(text);
      if (!digits.ok) return { state: 'unreadable', code: digits.error };
      const judgement = await proof.judge(digits.value);
      if (judgement.state !== 'genuine') return { state: 'judged', judgement, register: null };
      const { content } = judgement;
      const found = await proof.registered(content.number);
      if (!found) return { state: 'judged', judgement, register: { state: 'unknown' } };
      const state = isSameCertificate(content, found.value) ? 'known' : 'differs';
      return {
        state: 'judged',
        judgement: found.value.revoked
          ? { state: 'revoked', content, on: found.value.revoked.on }
          : judgement,
        register: { state, certificateId: found.id },
      };
    },
    [proof],
  );
  const check = useCallback(
    async (text: string): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      const answer = await judge(text);
      if (mine === turn.current) setChecked(answer);
    },
    [judge],
  );
  return { checked, check };
}
