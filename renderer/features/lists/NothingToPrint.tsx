import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';

interface NothingToPrintProps {
  readonly title: string;
  readonly back: { readonly label: string; readonly to: string };
  readonly heading: string;
  readonly text: string;
}

/** Why there is no list, and the way back. */
export function NothingToPrint({ title, back, heading, text }: NothingToPrintProps) {
  return (
    <Page title={title} back={back}>
      <Sheet>
        <EmptyState
          title={heading}
          text={text}
          action={
            <Button variant="contained" component={Link} to={back.to}>
              {back.label}
            </Button>
          }
        />
      </Sheet>
    </Page>
  );
}
