import { useTranslation } from 'react-i18next';
import { talking, useRoom } from '@/room/store';
import { useVoice } from '@/room/voice/store';
import { leaveVoice } from '@/room/voice/voice';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import css from './Voice.module.css';

/** What there is to know of the conversation while one is in it, or why one is not. */
export function VoicePill({ userId }: { userId: string }) {
  const { t, i18n } = useTranslation();
  const { stage, problem, speaking } = useVoice();
  const count = useRoom((room) => new Set(talking(room)).size);
  const people = useRoom((room) => room.people);
  const names = Object.keys(speaking).flatMap((id) => (id === userId ? [] : (people[id]?.name ?? [])));
  const close = () => useVoice.setState({ problem: null });
  return (
    <div role="status" className={css.place}>
      {problem && (
        <p className={css.problem}>
          <Icon name="micOff" />
          <span>{t(`voice.problems.${problem}`)}</span>
          <IconButton icon="close" label={t('common.close')} onClick={close} />
        </p>
      )}
      {stage === 'lost' && <p className={css.pill}>{t('voice.lost')}</p>}
      {stage === 'on' && (
        <p className={css.pill}>
          <span>
            {count > 1 ? t('people.inVoice', { count }) : t('voice.alone')}
            {names.length > 0 && (
              <small aria-hidden="true">
                {new Intl.ListFormat(i18n.language).format(names.slice(0, 2))} · {t('people.speaking')}
              </small>
            )}
          </span>
          <IconButton icon="hangUp" label={t('voice.leave')} onClick={() => leaveVoice()} />
        </p>
      )}
    </div>
  );
}
