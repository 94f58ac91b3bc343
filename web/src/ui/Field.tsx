import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx';
import css from './Field.module.css';

interface Labelled {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A label, its control, and what there is to say about it, tied together for every reader. */
function Frame({
  label,
  hint,
  error,
  children,
}: Labelled & { children: (described: Described) => ReactNode }) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {note && (
        <p id={`${id}-note`} className={cx(css.note, error && css.error)}>
          {note}
        </p>
      )}
    </div>
  );
}

export function Field({ label, hint, error, ...input }: Labelled & ComponentProps<'input'>) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(described) => <input {...input} {...described} className={cx(css.control, input.className)} />}
    </Frame>
  );
}

export function TextArea({ label, hint, error, ...input }: Labelled & ComponentProps<'textarea'>) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(described) => <textarea rows={3} {...input} {...described} className={css.control} />}
    </Frame>
  );
}

export function Select({ label, hint, error, ...input }: Labelled & ComponentProps<'select'>) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(described) => <select {...input} {...described} className={cx(css.control, css.select)} />}
    </Frame>
  );
}

/** A few options side by side, of which one holds: native radio buttons dressed as a segmented switch. */
export function Choice<T extends string>(props: {
  label: string;
  name: string;
  options: { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  quiet?: boolean;
}) {
  return (
    <fieldset className={css.field}>
      <legend className={props.quiet ? 'visually-hidden' : css.label}>{props.label}</legend>
      <div className={css.choice}>
        {props.options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={props.name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
