import { useTranslation } from 'react-i18next';
import type { MeetingView, OccurrenceView, ScheduleView } from '@/generated/schema';
import { isoDay, useDates, weekFrom } from '@/lib/days';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty } from '@/ui/Empty';
import css from './Schedule.module.css';

interface WeekProps {
  monday: Date;
  schedule: ScheduleView;
  teaches: boolean;
  onMeeting: (meeting: MeetingView) => void;
  onDay: (meeting: MeetingView, occurrence: OccurrenceView) => void;
}

/** Seven days under each other, each with what takes place on it by the reader's own clock. */
export function Week({ monday, schedule, teaches, onMeeting, onDay }: WeekProps) {
  const { t } = useTranslation();
  const dates = useDates();
  if (schedule.meetings.length === 0)
    return (
      <Empty art="leaf" title={t('schedule.none')}>
        <p>{t(teaches ? 'schedule.noneTeach' : 'schedule.noneHint')}</p>
      </Empty>
    );
  const today = isoDay(new Date());
  return (
    <ol className={css.week}>
      {weekFrom(monday).map((day) => {
        const key = isoDay(day);
        const here = schedule.occurrences.filter((one) => isoDay(new Date(one.startsAt)) === key);
        return (
          <li key={key} className={cx(css.day, key === today && css.today)}>
            <h3>
              <span>{dates.weekday(day)}</span>
              <b>{day.getDate()}</b>
              {key === today && <span className="visually-hidden">{t('schedule.today')}</span>}
            </h3>
            {here.length === 0 && <p className={css.free}>{t('schedule.free')}</p>}
            <ul className={css.lessons} hidden={here.length === 0}>
              {here.map((one) => (
                <li key={one.id}>
                  <Lesson
                    occurrence={one}
                    meeting={schedule.meetings.find((meeting) => meeting.id === one.meetingId)}
                    teaches={teaches}
                    onMeeting={onMeeting}
                    onDay={onDay}
                  />
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

interface LessonProps extends Pick<WeekProps, 'teaches' | 'onMeeting' | 'onDay'> {
  occurrence: OccurrenceView;
  meeting: MeetingView | undefined;
}

function Lesson({ occurrence, meeting, teaches, onMeeting, onDay }: LessonProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const now = Date.now();
  const isOn =
    !occurrence.cancelled && Date.parse(occurrence.startsAt) <= now && now < Date.parse(occurrence.endsAt);
  const note = occurrence.cancelled ? 'cancelled' : isOn ? 'on' : occurrence.moved ? 'moved' : null;
  return (
    <article className={cx(css.lesson, occurrence.cancelled && css.cancelled, isOn && css.on)}>
      <p className={css.time}>
        <time dateTime={occurrence.startsAt}>{dates.time(occurrence.startsAt)}</time>
        {' – '}
        <time dateTime={occurrence.endsAt}>{dates.time(occurrence.endsAt)}</time>
      </p>
      <p className={css.what}>
        <span className={css.name}>{occurrence.title || t('schedule.lesson')}</span>
        {note && <em className={css.note}>{t(`schedule.notes.${note}`)}</em>}
      </p>
      {teaches && meeting && (
        <div className={css.tools}>
          <IconButton
            icon="clock"
            label={t('schedule.day.open')}
            onClick={() => onDay(meeting, occurrence)}
          />
          <IconButton icon="pencil" label={t('schedule.meeting.change')} onClick={() => onMeeting(meeting)} />
        </div>
      )}
    </article>
  );
}
