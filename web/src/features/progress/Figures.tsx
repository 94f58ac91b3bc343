import css from './Progress.module.css';

/** A few numbers that matter, large. */
export function Figures({ figures }: { figures: { label: string; value: string }[] }) {
  return (
    <dl className={css.figures}>
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
