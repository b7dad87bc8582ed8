import { useEffect, useState } from 'react';
import { useServices } from './use-services.ts';

const minuteMs = 60_000;

/** Now, in milliseconds since 1970, made anew every minute: for what says how long ago something was. */
export function useMinute(): number {
  const { clock } = useServices();
  const [now, setNow] = useState(() => clock.now().getTime());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now().getTime()), minuteMs);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
