import { useTypeset } from '@/lib/typeset';
import css from './Markdown.module.css';

/** LaTeX as MathML, which the browser sets itself; until it can, or when it cannot be read, as it was typed. */
export function Formula({ tex, display }: { tex: string; display: boolean }) {
  const markup = useTypeset()?.(tex, display);
  if (!markup) return <code className={css.source}>{tex}</code>;
  // KaTeX escapes what it is given and carries out no commands that lead or load anything.
  return (
    <span className={display ? css.display : css.formula} dangerouslySetInnerHTML={{ __html: markup }} />
  );
}
