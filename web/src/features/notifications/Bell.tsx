import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/Button';
import { useUnread } from './api';
import css from './Notifications.module.css';
import { NotificationsDialog } from './NotificationsDialog';

/** Rings for nobody: a small count says that there is something new, and a press tells what. */
export function Bell({ tone = 'plain' }: { tone?: 'plain' | 'paper' }) {
  const { t } = useTranslation();
  const unread = useUnread();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        icon="bell"
        className={css.bell}
        tone={tone}
        count={unread}
        label={unread > 0 ? t('notifications.unread', { count: unread }) : t('notifications.title')}
        onClick={() => setOpen(true)}
      />
      {open && <NotificationsDialog onClose={() => setOpen(false)} />}
    </>
  );
}
