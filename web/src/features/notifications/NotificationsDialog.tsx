import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { NotificationView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Dialog } from '@/ui/Dialog';
import { Empty, Skeleton } from '@/ui/Empty';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/Notice';
import { useNotifications, useReading } from './api';
import css from './Notifications.module.css';
import { useWords } from './words';

/** What happened while one was elsewhere, newest first. */
export function NotificationsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useNotifications();
  const { readAll } = useReading();
  const all = useAction(readAll);
  const first = data?.pages[0];
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Dialog title={t('notifications.title')} onClose={onClose}>
      {error && <Notice>{sentence(asProblem(error))}</Notice>}
      {!data && !error && <Skeleton label={t('common.loading')} />}
      {first && items.length === 0 && (
        <Empty art="leaf" title={t('notifications.empty')}>
          <p>{t('notifications.emptyHint')}</p>
        </Empty>
      )}
      {first && first.unread > 0 && (
        <p className={css.all}>
          <Button tone="plain" size="s" icon="check" busy={all.busy} onClick={() => all.run(first.readAt)}>
            {t('notifications.readAll')}
          </Button>
        </p>
      )}
      <ul className={css.list}>
        {items.map((one) => (
          <Item key={one.id} one={one} onClose={onClose} />
        ))}
      </ul>
      {hasNextPage && (
        <Button tone="paper" busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('notifications.older')}
        </Button>
      )}
    </Dialog>
  );
}

function Item({ one, onClose }: { one: NotificationView; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { readOne } = useReading();
  const { icon, text, to } = useWords()(one.about);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  function go(): void {
    if (one.unread) void readOne(one.id).catch(() => undefined);
    onClose();
    navigate(to);
  }
  return (
    <li>
      <button type="button" className={cx(css.item, one.unread && css.new)} onClick={go}>
        <span className={css.icon}>
          <Icon name={icon} size={20} />
        </span>
        <span className={css.words}>
          <span>{text}</span>
          <small>
            {one.unread && <b>{t('notifications.new')} · </b>}
            <time dateTime={one.createdAt}>{when.format(new Date(one.createdAt))}</time>
          </small>
        </span>
      </button>
    </li>
  );
}
