import { useTranslation } from 'react-i18next';
import { mondayOf, useDates, weekFrom } from '@/lib/days';
import { toggled } from './draft';
import css from './Schedule.module.css';

/** Days of the week as check boxes that look like keys. */
export function WeekdayPicker({ value, onChange }: { value: number[]; onChange: (days: number[]) => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <fieldset>
      <legend className={css.legend}>{t('schedule.meeting.days')}</legend>
      <div className={css.weekdays}>
        {weekFrom(mondayOf(new Date())).map((day, place) => (
          <label key={day.getDay()}>
            <input
              type="checkbox"
              aria-label={dates.weekday(day, 'long')}
              checked={value.includes(place)}
              onChange={() => onChange(toggled(value, place))}
            />
            <span aria-hidden="true">{dates.weekday(day)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
