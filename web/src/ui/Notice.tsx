import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './Icon';
import css from './Notice.module.css';

/** One sentence that matters now. Errors interrupt a screen reader; everything else waits its turn. */
export function Notice({
  tone = 'error',
  children,
}: {
  tone?: 'error' | 'info' | 'good';
  children: ReactNode;
}) {
  return (
    <p role={tone === 'error' ? 'alert' : 'status'} className={cx(css.notice, css[tone])}>
      <Icon name={tone === 'good' ? 'check' : 'alert'} size={20} />
      <span>{children}</span>
    </p>
  );
}
