import { type ComponentProps, useId } from 'react';
import css from './Edit.module.css';

/** A field in a row of others: its label is for readers, its name stands in it while it is empty. */
export function Line({
  label,
  error,
  size,
  ...input
}: ComponentProps<'input'> & { label: string; error?: string | undefined }) {
  const id = useId();
  return (
    <span className={css.cell} data-size={size}>
      <input
        type="text"
        placeholder={label}
        maxLength={1000}
        size={size}
        {...input}
        className={css.line}
        aria-label={label}
        title={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
      />
      {error && (
        <span id={id} className={css.error}>
          {error}
        </span>
      )}
    </span>
  );
}

/** A share in percent. */
export const Share = (props: Omit<ComponentProps<typeof Line>, 'size'>) => (
  <span className={css.unit} data-unit="%">
    <Line inputMode="decimal" size={4} {...props} />
  </span>
);
