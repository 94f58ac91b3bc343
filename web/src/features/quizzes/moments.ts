import { useEffect, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '@/lib/clock';

const LOOK_MS = 10_000;

/** Moments as people say them, and whether the server's clock has yet to reach them; looked at every few seconds. */
export function useMoments() {
  const { i18n } = useTranslation();
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const day = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return {
    when: (moment: string): string => day.format(new Date(moment)),
    later: (moment: string): boolean => Date.parse(moment) > serverNow(),
  };
}
