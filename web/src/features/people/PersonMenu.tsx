import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { type Person, useRoom } from '@/room/store';
import { ban, kick, mute, setSpotlight } from '@/room/teach';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { BanDialog, KickDialog } from './OutDialogs';
import css from './People.module.css';

/** What a teacher can do about somebody. Nobody can be muted, sent out or banned who teaches as well. */
export function PersonMenu({ person }: { person: Person }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { userId } = person;
  const spotlit = useRoom((state) => state.rules.spotlight === userId);
  const muted = useRoom((state) => state.muted.includes(userId));
  const [asking, setAsking] = useState<'kick' | 'ban' | null>(null);
  const act = useAction((work: () => Promise<unknown>) => work());
  const student = person.standing !== 'teacher';
  const close = () => setAsking(null);
  return (
    <div className={css.menu}>
      {student && (
        <Button
          tone="paper"
          size="s"
          icon="micOff"
          disabled={muted}
          onClick={() => act.run(() => mute(userId))}
        >
          {t('moderation.mute')}
        </Button>
      )}
      <Button
        tone={spotlit ? 'sun' : 'paper'}
        size="s"
        icon="star"
        onClick={() => act.run(() => setSpotlight(spotlit ? null : userId))}
      >
        {t(spotlit ? 'moderation.unspotlight' : 'moderation.spotlight')}
      </Button>
      {student && (
        <>
          <Button tone="paper" size="s" icon="leave" onClick={() => setAsking('kick')}>
            {t('moderation.kick')}
          </Button>
          <Button tone="paper" size="s" icon="ban" className={css.hard} onClick={() => setAsking('ban')}>
            {t('moderation.ban')}
          </Button>
        </>
      )}
      {act.problem && <Notice>{sentence(act.problem)}</Notice>}
      {asking === 'kick' && <KickDialog name={person.name} work={() => kick(userId)} onClose={close} />}
      {asking === 'ban' && <BanDialog name={person.name} work={() => ban(userId)} onClose={close} />}
    </div>
  );
}
