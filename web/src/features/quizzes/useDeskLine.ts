import { useEffect } from 'react';
import { onLine } from '@/lib/socket';
import type { Desk } from './desk';

/** Sends what waits as soon as the line is back, and before the page may be put away. */
export function useDeskLine(desk: Desk): void {
  useEffect(() => {
    const flush = () => void desk.flush();
    const leaving = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', leaving);
    const unlisten = onLine((connected) => connected && flush());
    return () => {
      flush();
      unlisten();
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [desk]);
}
