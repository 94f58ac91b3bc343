import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asMinutes, secondsUntil } from '@/lib/clock';
import { cx } from '@/ui/cx';
import css from './TakeQuiz.module.css';

const HURRY_SECONDS = 60;

/** Counts down to the server's deadline. The last minute is announced once; ticking aloud would drown the questions. */
export function Countdown({ deadline, startedAt, onEnd }: { deadline: string; startedAt: string; onEnd: () => void }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(() => secondsUntil(deadline));
  const ended = left === 0;
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(deadline)), 250);
    return () => clearInterval(timer);
  }, [deadline]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end comes once
  useEffect(() => {
    if (ended) onEnd();
  }, [ended]);
  const whole = Math.max(1, (Date.parse(deadline) - Date.parse(startedAt)) / 1000);
  const hurry = left <= HURRY_SECONDS;
  return (
    <div className={cx(css.clock, hurry && css.hurry)}>
      <p role="timer" aria-live="off" aria-label={t('take.timer')}>
        {t('take.left', { time: asMinutes(left) })}
      </p>
      <progress max={whole} value={left} aria-hidden="true" />
      <p className="visually-hidden" aria-live="assertive">
        {hurry && t(ended ? 'take.over' : 'take.minuteLeft')}
      </p>
    </div>
  );
}
