import { useEffect, useState, useSyncExternalStore } from 'react';
import { useServices } from '#renderer/services/use-services.ts';
import { type Desk, type DeskSnapshot, deskOf } from './desk-store.ts';

/** The window's desk and what it shows now. */
export function useDesk(): { readonly desk: Desk; readonly shown: DeskSnapshot } {
  const desk = deskOf(useServices());
  const shown = useSyncExternalStore(desk.subscribe, desk.current);
  useEffect(() => desk.watch(), [desk]);
  return { desk, shown };
}

const minuteMs = 60_000;

/** Draws the screen anew when a minute is over, and tells the desk. */
export function useMinutes(desk: Desk): void {
  const [, setTurn] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(turn, minuteMs - (Date.now() % minuteMs));
    };
    const turn = (): void => {
      desk.tick();
      setTurn((before) => before + 1);
      wait();
    };
    // After the PC slept, the timer's minute is long over.
    const onBack = (): void => {
      clearTimeout(timer);
      turn();
    };
    wait();
    window.addEventListener('focus', onBack);
    document.addEventListener('visibilitychange', onBack);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', onBack);
      document.removeEventListener('visibilitychange', onBack);
    };
  }, [desk]);
}
