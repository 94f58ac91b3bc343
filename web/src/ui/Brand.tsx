import css from './Brand.module.css';

/** The mark: a window with the sun in one pane. */
export function Brand({ name = 'EduVerse' }: { name?: string }) {
  return (
    <span className={css.brand}>
      <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="10" fill="var(--spruce)" />
        <rect x="6" y="6" width="9" height="9" rx="2.5" fill="var(--sky)" />
        <rect x="17" y="6" width="9" height="9" rx="2.5" fill="var(--sun)" />
        <rect x="6" y="17" width="9" height="9" rx="2.5" fill="var(--paper)" />
        <rect x="17" y="17" width="9" height="9" rx="2.5" fill="var(--sky)" />
      </svg>
      {name}
    </span>
  );
}

/** Tokens as coins: earned in class, shown wherever somebody's name is. */
export function Tokens({ count, label }: { count: number; label: string }) {
  return (
    <span className={css.tokens}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="11" r="8.5" fill="var(--sun-deep)" />
        <circle cx="10" cy="9.2" r="8.5" fill="var(--sun)" />
        <path d="M6.5 5.7h3v3h-3Zm4 0h3v3h-3Zm-4 4h3v3h-3Zm4 0h3v3h-3Z" fill="var(--paper)" />
      </svg>
      <b>{count}</b> <span className="visually-hidden">{label}</span>
    </span>
  );
}
