import { useTranslation } from 'react-i18next';
import { serverNow } from '@/lib/clock';

/** Moments as people say them, and whether the server's clock has yet to reach them. */
export function useMoments() {
  const { i18n } = useTranslation();
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
