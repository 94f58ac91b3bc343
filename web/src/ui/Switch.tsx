import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Switch.module.css';

interface SwitchProps {
  label: string;
  hint?: string;
  on: boolean;
  busy?: boolean;
  onChange: (on: boolean) => void;
}

/** Something that is on or off, at once: no form around it, nothing to save. */
export function Switch({ label, hint, on, busy, onChange }: SwitchProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-busy={busy || undefined}
      aria-labelledby={id}
      aria-describedby={hint ? `${id}-hint` : undefined}
      className={css.switch}
      onClick={() => !busy && onChange(!on)}
    >
      <span className={css.words}>
        <b id={id}>{label}</b>
        {hint && <small id={`${id}-hint`}>{hint}</small>}
      </span>
      <span className={css.state} aria-hidden="true">
        {t(on ? 'common.on' : 'common.off')}
      </span>
      <span className={css.track} aria-hidden="true" />
    </button>
  );
}
