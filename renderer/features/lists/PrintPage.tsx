import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { DocumentDesk } from '#renderer/documents/desk/DocumentDesk.tsx';
import type { FinishedDocument } from '#renderer/documents/desk/use-document-deeds.ts';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { Page } from '#renderer/ui/Page.tsx';

interface PrintPageProps extends Omit<FinishedDocument, 'pdf'> {
  readonly title: string;
  /** Which one it is: group, day, week. */
  readonly about?: string;
  readonly back: { readonly label: string; readonly to: string };
  readonly working: string;
  /** The same function until another list is to be shown. */
  readonly make: MakePdf;
  /** What can be chosen, beside the buttons. */
  readonly children?: ReactNode;
}

/** A list on paper: its pages as they will be printed, and the buttons that print and save them. */
export function PrintPage({ title, about, back, children, ...document }: PrintPageProps) {
  return (
    <Page title={title} back={back}>
      {about !== undefined && (
        <Typography sx={{ color: 'text.secondary', mt: -1.5, mb: 1.5 }}>{about}</Typography>
      )}
      <DocumentDesk {...document} label={title} focusPrint>
        {children}
      </DocumentDesk>
    </Page>
  );
}
