import type { Refusal } from '#shared/domain/commands/define.ts';
import type { PrintedBadges } from './badges/printed-badges.ts';
import type { PrintedCertificate } from './certificate/printed-certificate.ts';
import type { PrintedDisclosure } from './disclosure/disclosure-document.ts';
import type { PrintedLists } from './lists/printed-lists.ts';
import type { PrintedPaper } from './papers/printed-papers.ts';
import type { RecoverySheet } from './recovery-sheet/recovery-sheet-document.ts';

/** What the document worker is asked for. Plain data: layouts, which hold functions, are made in the worker. */
export type DocumentRequest =
  | { readonly kind: 'certificates'; readonly certificates: readonly PrintedCertificate[] }
  | { readonly kind: 'recovery-sheet'; readonly sheet: RecoverySheet }
  | { readonly kind: 'lists'; readonly lists: PrintedLists }
  | { readonly kind: 'paper'; readonly paper: PrintedPaper }
  | { readonly kind: 'badges'; readonly badges: PrintedBadges }
  | { readonly kind: 'disclosure'; readonly disclosure: PrintedDisclosure };

/** What it answers: progress any number of times, then one of the others. */
export type DocumentAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'made'; readonly pdf: Uint8Array }
  | { readonly kind: 'refused'; readonly refusal: Refusal };
