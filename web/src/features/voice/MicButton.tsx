import { useTranslation } from 'react-i18next';
import { useVoice } from '@/room/voice/store';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { useMicrophone } from './useMicrophone';
import css from './Voice.module.css';

const TONES = {
  on: 'spruce',
  off: 'paper',
  muted: 'paper',
  held: 'paper',
  asking: 'sun',
  joining: 'sun',
  lost: 'sun',
} as const;

/** One's own microphone: off, being asked for, on, muted, or held off by the teacher. */
export function MicButton({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const { state, press } = useMicrophone(userId);
  const speaks = useVoice((voice) => voice.speaking[userId] === true);
  const waits = state === 'asking' || state === 'joining' || state === 'lost';
  return (
    <Button
      icon={state === 'on' || waits ? 'mic' : 'micOff'}
      tone={TONES[state]}
      aria-label={t(`voice.${state}`)}
      title={t(`voice.${state}`)}
      aria-disabled={state === 'held' || undefined}
      busy={waits}
      className={cx(css.mic, state === 'on' && speaks && css.speaks)}
      onClick={press}
    >
      {t(`voice.short.${state}`)}
    </Button>
  );
}
