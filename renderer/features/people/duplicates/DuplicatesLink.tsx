import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLikelyCouples } from '#renderer/services/likely-same/use-likely-same.ts';

/** Whoever opens the list of people wants to find somebody first; pairs are looked for when nothing was typed for so long. */
const restMs = 2_000;

/** The way to the possible duplicates, with their number once it is known. */
export function DuplicatesLink() {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setRested(true), restMs);
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setRested(true), restMs);
    };
    window.addEventListener('input', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('input', again);
    };
  }, []);
  return rested ? <Counted /> : <Way count={0} />;
}

function Counted() {
  const { couples = [] } = useLikelyCouples(false);
  return <Way count={couples.length} />;
}

function Way({ count }: { readonly count: number }) {
  const { t } = useTranslation('duplicates');
  return (
    <Button component={Link} to="/people/duplicates">
      {count === 0 ? t('title') : t('titleCount', { count })}
    </Button>
  );
}
