import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ReactionBar } from '@/features/reactions/ReactionBar';
import { MicButton } from '@/features/voice/MicButton';
import type { Gesture } from '@/room/words';
import { Button, IconButton } from '@/ui/Button';
import css from './ActionBar.module.css';

export type PanelName = 'chat' | 'people' | 'quiz' | 'lesson';
export const GESTURE_MENU = 'gestures';

interface ActionBarProps {
  userId: string;
  handRaised: boolean;
  counts: Record<PanelName, number>;
  open: PanelName | null;
  onHand: () => void;
  onGesture: (gesture: Gesture) => void;
  onSit: () => void;
  onPanel: (panel: PanelName) => void;
}

const GESTURES = ['wave', 'clap', 'nod', 'dance'] as const;
const PANELS = ['chat', 'people', 'quiz', 'lesson'] as const;

/** What one does in class, within reach of a thumb. */
export function ActionBar(props: ActionBarProps) {
  const { t } = useTranslation();
  const menu = useRef<HTMLDivElement>(null);
  const then = (work: () => void) => () => {
    work();
    menu.current?.hidePopover();
  };
  return (
    <div className={css.bar} role="toolbar" aria-label={t('actions.label')}>
      <MicButton userId={props.userId} />
      <Button
        icon="hand"
        tone={props.handRaised ? 'sun' : 'paper'}
        aria-pressed={props.handRaised}
        aria-label={t(props.handRaised ? 'actions.lower' : 'actions.raise')}
        className={css.hand}
        onClick={props.onHand}
      >
        {t(props.handRaised ? 'actions.lower' : 'actions.raise')}
      </Button>
      <IconButton
        icon="smile"
        label={t('actions.gestures')}
        popoverTarget={GESTURE_MENU}
        className={css.anchor}
      />
      <div ref={menu} id={GESTURE_MENU} popover="auto" className={css.menu}>
        <ReactionBar />
        <div className={css.gestures}>
          {GESTURES.map((gesture) => (
            <Button key={gesture} size="s" tone="plain" onClick={then(() => props.onGesture(gesture))}>
              {t(`actions.${gesture}`)}
            </Button>
          ))}
          <Button size="s" tone="plain" className={css.sitToo} onClick={then(props.onSit)}>
            {t('actions.sit')}
          </Button>
        </div>
      </div>
      <IconButton icon="chair" label={t('actions.sit')} className={css.sit} onClick={props.onSit} />
      <span className={css.rule} />
      {PANELS.map((panel) => (
        <IconButton
          key={panel}
          icon={panel}
          label={t(`actions.${panel}`)}
          count={props.counts[panel]}
          aria-expanded={props.open === panel}
          className={props.open === panel ? css.open : undefined}
          onClick={() => props.onPanel(panel)}
        />
      ))}
    </div>
  );
}
