import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { useRoom } from '@/room/store';
import { holdMute, lockRoom, muteAll, setLobby } from '@/room/teach';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Switch } from '@/ui/Switch';
import css from './People.module.css';

/** A teacher's hand on the door and on everybody's microphone. */
export function RoomControls() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const rules = useRoom((state) => state.rules);
  const [silenced, setSilenced] = useState(false);
  const act = useAction((work: () => Promise<unknown>) => work());
  const all = useAction(async () => {
    await muteAll();
    setSilenced(true);
  });
  const problem = act.problem ?? all.problem;
  return (
    <section className={css.controls} aria-labelledby="room-controls">
      <h3 id="room-controls">{t('moderation.room')}</h3>
      <Switch
        label={t('moderation.lock')}
        hint={t('moderation.lockHint')}
        on={rules.locked}
        onChange={(on) => act.run(() => lockRoom(on))}
      />
      <Switch
        label={t('moderation.lobby')}
        hint={t('moderation.lobbyHint')}
        on={rules.lobby}
        onChange={(on) => act.run(() => setLobby(on))}
      />
      <Switch
        label={t('moderation.hold')}
        hint={t('moderation.holdHint')}
        on={rules.muteHeld}
        onChange={(on) => act.run(() => holdMute(on))}
      />
      <Button tone="paper" size="s" icon="micOff" busy={all.busy} onClick={all.run}>
        {t('moderation.muteAll')}
      </Button>
      {silenced && <Notice tone="good">{t('moderation.mutedAll')}</Notice>}
      {problem && <Notice>{sentence(problem)}</Notice>}
    </section>
  );
}
