import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gesture } from '@/room/words';
import { Button, IconButton } from '@/ui/Button';
import css from './ActionBar.module.css';

export type PanelName = 'chat' | 'people' | 'quiz';

interface ActionBarProps {
  handRaised: boolean;
  unread: number;
  hands: number;
  quizzes: number;
  open: PanelName | null;
  onHand: () => void;
  onGesture: (gesture: Gesture) => void;
  onSit: () => void;
  onPanel: (panel: PanelName) => void;
}

const GESTURES = ['wave', 'clap', 'nod', 'dance'] as const;

/** What one does in class, within reach of a thumb. */
export function ActionBar(props: ActionBarProps) {
  const { t } = useTranslation();
  const menu = useRef<HTMLDivElement>(null);
  const counts = { chat: props.unread, people: props.hands, quiz: props.quizzes };
  return (
    <div className={css.bar} role="toolbar" aria-label={t('actions.label')}>
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
      <IconButton icon="wave" label={t('actions.gestures')} popoverTarget="gestures" className={css.anchor} />
      <div ref={menu} id="gestures" popover="auto" className={css.menu}>
        {GESTURES.map((gesture) => (
          <Button
            key={gesture}
            tone="plain"
            onClick={() => {
              props.onGesture(gesture);
              menu.current?.hidePopover();
            }}
          >
            {t(`actions.${gesture}`)}
          </Button>
        ))}
      </div>
      <IconButton icon="chair" label={t('actions.sit')} onClick={props.onSit} />
      <span className={css.rule} />
      {(['chat', 'people', 'quiz'] as const).map((panel) => (
        <IconButton
          key={panel}
          icon={panel}
          label={t(`actions.${panel}`)}
          count={counts[panel]}
          aria-expanded={props.open === panel}
          className={props.open === panel ? css.open : undefined}
          onClick={() => props.onPanel(panel)}
        />
      ))}
    </div>
  );
}
