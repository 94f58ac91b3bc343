import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Keeps a log at its end as lines are added there, and where it is as lines are added before. */
export function useScroll(
  log: RefObject<HTMLElement | null>,
  first: string,
  last: string,
  lines: number,
): void {
  const before = useRef({ first, height: 0 });
  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    if (before.current.first !== first && before.current.first !== '')
      element.scrollTop += element.scrollHeight - before.current.height;
    before.current = { first, height: element.scrollHeight };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last line is what scrolls the list
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [last, lines]);
}
