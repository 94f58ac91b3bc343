import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asMinutes, serverNow } from '@/lib/clock';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import css from './Countdown.module.css';
import { face, type Mark, passed } from './countdown';

interface CountdownProps {
  deadline: string;
  startedAt: string;
  onEnd: () => void;
}

/** Counts down to the server's deadline. Only a few marks are said aloud. */
export function Countdown({ deadline, startedAt, onEnd }: CountdownProps) {
  const { t } = useTranslation();
  const [now, setNow] = useState(() => face(startedAt, deadline, serverNow()));
  const [mark, setMark] = useState<Mark | null>(null);
  const before = useRef(now.seconds);
  useEffect(() => {
    const timer = setInterval(() => {
      const next = face(startedAt, deadline, serverNow());
      setMark((said) => passed(before.current, next.seconds) ?? said);
      before.current = next.seconds;
      setNow(next);
    }, 200);
    return () => clearInterval(timer);
  }, [startedAt, deadline]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end comes once
  useEffect(() => {
    if (now.ended) onEnd();
  }, [now.ended]);
  return (
    <div className={cx(css.clock, css[now.hurry])}>
      <p role="timer" aria-live="off" aria-label={t('take.left', { time: asMinutes(now.seconds) })}>
        <Icon name="clock" size={20} />
        {asMinutes(now.seconds)}
      </p>
      <progress max={1} value={now.share} aria-hidden="true" />
      <p className="visually-hidden" aria-live="assertive">
        {now.ended ? t('take.over') : mark && t('take.mark', { time: asMinutes(mark) })}
      </p>
    </div>
  );
}
