import { useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { parseListCode } from '#shared/domain/attendance/list-number.ts';

const inAddress = 'page';

/** Which page of a printed list is in front of somebody: by the address, or by the text of the page's QR code in it. */
export function usePaperPage(pages: number): {
  /** From 1 on. */
  readonly page: number;
  readonly open: (page: number) => void;
} {
  const { number = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get(inAddress) ?? parseListCode(number)?.page ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
  const open = useCallback(
    (next: number): void => setParams({ [inAddress]: String(next) }, { replace: true }),
    [setParams],
  );
  return { page, open };
}
