import { useTranslation } from 'react-i18next';
import type { LivePoll, PollCounted } from '@/generated/schema';
import { cx } from '@/ui/cx';
import css from './Poll.module.css';

/** How a poll stands, or how it went. */
export function Bars({
  poll,
  counted,
  mine,
}: {
  poll: LivePoll;
  counted: PollCounted;
  mine?: number | null;
}) {
  const { t } = useTranslation();
  const most = Math.max(1, ...counted.counts);
  return (
    <ul className={css.bars}>
      {poll.options.map((option, index) => {
        const votes = counted.counts[index] ?? 0;
        const share = counted.voters > 0 ? Math.round((votes / counted.voters) * 100) : 0;
        return (
          <li key={option} className={cx(css.bar, votes === most && css.ahead)}>
            <span className={css.option}>
              {option}
              {mine === index && <small> ({t('poll.yours')})</small>}
            </span>
            <span className={css.votes}>
              <b>{share} %</b> <small>{t('poll.votes', { count: votes })}</small>
            </span>
            <progress max={most} value={votes} aria-hidden="true" />
          </li>
        );
      })}
    </ul>
  );
}
