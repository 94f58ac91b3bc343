import { useTranslation } from 'react-i18next';
import { Bell } from '@/features/notifications/Bell';
import { useRoom } from '@/room/store';
import { useLineNews } from '@/room/useLineNews';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import type { Quality } from '@/world/quality';
import css from './TopBar.module.css';

interface TopBarProps {
  quality: Quality | null;
  onQuality: (quality: Quality) => void;
  onLeave: () => void;
}

export function TopBar({ quality, onQuality, onLeave }: TopBarProps) {
  const { t } = useTranslation();
  const title = useRoom((state) => state.title);
  const count = useRoom((state) => Object.keys(state.people).length);
  const inside = useRoom((state) => state.phase === 'inside');
  const other: Quality = quality === 'high' ? 'low' : 'high';
  return (
    <header className={css.bar}>
      <div className={css.plate}>
        <Button tone="plain" icon="back" className={css.leave} onClick={onLeave}>
          {t('room.leave')}
        </Button>
        <div className={css.title}>
          <h1>{title || '\u00a0'}</h1>
          <p>
            <span className={cx(css.state, inside && css.inside)}>
              {t(inside ? 'room.connected' : 'room.connecting')}
            </span>
            <span>{t('room.people', { count })}</span>
          </p>
        </div>
      </div>
      <div className={css.aside}>
        <Bell tone="paper" />
        {quality && (
          <IconButton
            icon="settings"
            tone="paper"
            label={`${t('room.quality')}: ${t(other === 'high' ? 'room.qualityHigh' : 'room.qualityLow')}`}
            onClick={() => onQuality(other)}
          />
        )}
      </div>
    </header>
  );
}

/** Says that the line is down, and that it is back; nothing in between. */
export function LineBanner() {
  const { t } = useTranslation();
  const news = useLineNews(useRoom((state) => state.phase));
  return (
    <div role="status" aria-live="assertive" className={css.banner}>
      {news && (
        <p className={news === 'lost' ? css.lost : css.back}>
          <Icon name={news === 'lost' ? 'alert' : 'check'} />
          <span>
            <b>{t(`room.${news}`)}</b>
            {news === 'lost' && <small>{t('room.lostHint')}</small>}
          </span>
        </p>
      )}
    </div>
  );
}
