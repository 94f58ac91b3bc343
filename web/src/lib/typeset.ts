import { useEffect, useState } from 'react';

/** LaTeX as MathML markup; null where it cannot be read. */
export type Typeset = (tex: string, display: boolean) => string | null;

let typeset: Typeset | null = null;
let loading: Promise<unknown> | null = null;

/** KaTeX is a chunk of its own: it comes when the first formula does, and is null until then. */
export function useTypeset(): Typeset | null {
  const [, redraw] = useState(typeset !== null);
  useEffect(() => {
    if (typeset) return;
    let shown = true;
    loading ??= load().catch(() => {
      loading = null;
    });
    void loading.then(() => shown && redraw(true));
    return () => {
      shown = false;
    };
  }, []);
  return typeset;
}

async function load(): Promise<void> {
  const { default: katex } = await import('katex');
  typeset = (tex, displayMode) => {
    try {
      return withoutStyles(
        katex.renderToString(tex, {
          displayMode,
          output: 'mathml',
          strict: 'ignore',
          maxSize: 20,
          maxExpand: 500,
        }),
      );
    } catch {
      return null;
    }
  };
}

/** Frames and coloured boxes come with style attributes, which the page's policy forbids. KaTeX escapes all quotes. */
export const withoutStyles = (markup: string): string => markup.replace(/ style="[^"]*"/g, '');
