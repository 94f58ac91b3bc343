import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { useRoom } from '@/room/store';
import { admit, refuse } from '@/room/teach';
import { Button, IconButton } from '@/ui/Button';
import { Face } from '@/ui/Face';
import { Notice } from '@/ui/Notice';
import css from './People.module.css';

/** Who stands at the door of a room with a lobby. */
export function Waiting() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const waiting = useRoom((state) => state.waiting);
  const act = useAction((work: () => Promise<unknown>) => work());
  return (
    <section className={css.waiting} aria-labelledby="waiting" hidden={waiting.length === 0}>
      <h3 id="waiting">{t('moderation.waiting')}</h3>
      <ul aria-live="polite">
        {waiting.map(({ userId, name, avatarData }) => (
          <li key={userId} className={css.row}>
            <Face look={avatarData} size={40} />
            <span className={css.name}>{name}</span>
            <Button
              size="s"
              aria-label={t('moderation.admitOne', { name })}
              onClick={() => act.run(() => admit(userId))}
            >
              {t('moderation.admit')}
            </Button>
            <IconButton
              icon="close"
              label={t('moderation.refuseOne', { name })}
              onClick={() => act.run(() => refuse(userId))}
            />
          </li>
        ))}
      </ul>
      {act.problem && <Notice>{sentence(act.problem)}</Notice>}
    </section>
  );
}
