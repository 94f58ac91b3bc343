import { useTranslation } from 'react-i18next';

/** Days as `2026-03-02`, in the reader's own time zone; Monday is the first of a week and has the number 0. */

const pad = (number: number) => String(number).padStart(2, '0');

export const isoDay = (day: Date): string =>
  `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;

export const addDays = (day: Date, count: number): Date =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate() + count);

export const mondayOf = (day: Date): Date => addDays(day, -((day.getDay() + 6) % 7));

/** The seven days of the week that begins on `monday`. */
export const weekFrom = (monday: Date): Date[] =>
  Array.from({ length: 7 }, (_, offset) => addDays(monday, offset));

/** Dates and times as the reader's language writes them. */
export function useDates() {
  const { i18n } = useTranslation();
  const as = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(i18n.language, options);
  return {
    time: (moment: string) => as({ timeStyle: 'short' }).format(new Date(moment)),
    day: (moment: string | Date) =>
      as({ weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(moment)),
    moment: (moment: string) =>
      as({ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }).format(
        new Date(moment),
      ),
    weekday: (day: Date, weekday: 'short' | 'long' = 'short') => as({ weekday }).format(day),
    range: (first: Date, last: Date) =>
      as({ day: 'numeric', month: 'long', year: 'numeric' }).formatRange(first, last),
  };
}
