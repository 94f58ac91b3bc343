import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import type { SaveState } from './desk';
import css from './TakeQuiz.module.css';

/** Whether the server has this answer. Its line is always there, so that nothing moves when it speaks. */
export function SaveMark({ state }: { state: Exclude<SaveState, 'replaced'> }) {
  const { t } = useTranslation();
  return (
    <p className={cx(css.saved, css[state])} role="status">
      {state === 'saved' && <Icon name="check" size={18} />}
      {(state === 'offline' || state === 'failed') && <Icon name="alert" size={18} />}
      {state !== 'idle' && t(`take.state.${state}`)}
    </p>
  );
}
