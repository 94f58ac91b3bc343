import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationReceived } from '@/generated/schema';
import { noteRead } from '@/room/applyLive';
import { useRoom } from '@/room/store';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import css from './Announcements.module.css';

/** How long a note stays that is not important: the longer, the more there is to read. */
const readingTime = (text: string): number => 6000 + text.length * 60;

/** What the teacher tells everybody. The regions are there before their words, so that screen readers hear them. */
export function Announcements() {
  const { t } = useTranslation();
  const notices = useRoom((state) => state.notices);
  const of = (level: NotificationReceived['level']) => notices.filter((notice) => notice.level === level);
  return (
    <section className={css.region} aria-label={t('announce.region')}>
      <div role="alert">
        {of('important').map((notice) => (
          <Note key={notice.id} notice={notice} />
        ))}
      </div>
      <div role="status">
        {of('info').map((notice) => (
          <Note key={notice.id} notice={notice} />
        ))}
      </div>
    </section>
  );
}

function Note({ notice }: { notice: NotificationReceived }) {
  const { t } = useTranslation();
  const important = notice.level === 'important';
  const { id, text } = notice;
  useEffect(() => {
    if (important) return;
    const timer = setTimeout(() => read(id), readingTime(text));
    return () => clearTimeout(timer);
  }, [important, id, text]);
  return (
    <div className={cx(css.note, important && css.important)}>
      <Icon name="horn" />
      <p>
        <b>{t('announce.from', { name: notice.name })}</b>
        <span>{text}</span>
      </p>
      {important ? (
        <Button tone="paper" size="s" onClick={() => read(id)}>
          {t('announce.read')}
        </Button>
      ) : (
        <IconButton icon="close" label={t('common.close')} onClick={() => read(id)} />
      )}
    </div>
  );
}

const read = (id: string): void => useRoom.setState((state) => noteRead(state, id));
