import type { ComponentProps } from 'react';
import css from './Button.module.css';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

interface ButtonProps extends ComponentProps<'button'> {
  tone?: 'spruce' | 'sun' | 'paper' | 'clay' | 'plain';
  size?: 'm' | 's' | 'l';
  icon?: IconName;
  busy?: boolean;
}

export function Button({
  tone = 'spruce',
  size = 'm',
  icon,
  busy,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      {...rest}
      className={cx(css.button, css[tone], css[size], className)}
      onClick={busy ? undefined : rest.onClick}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  icon: IconName;
  label: string;
  tone?: 'paper' | 'plain' | 'spruce' | 'sun';
  /** A small count on the corner; zero shows none. */
  count?: number;
}

export function IconButton({ icon, label, tone = 'plain', count = 0, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={cx(css.button, css[tone], css.round, className)}
    >
      <Icon name={icon} />
      {count > 0 && <span className={css.count}>{count > 99 ? '99+' : count}</span>}
    </button>
  );
}
