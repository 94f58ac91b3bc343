import type { PresentationStart } from '@/generated/schema';

export type SlideDraft = Pick<PresentationStart['slides'][number], 'title' | 'text'>;

/** What the server takes. */
export const LIMITS = { slides: 100, title: 200, text: 10_000, bytes: 100 * 1024 } as const;

const FENCE = /^\s*(```|~~~)/;
const RULE = /^\s*-{3,}\s*$/;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;

/** A whole text as slides: a line of `---` begins the next one, and a heading on top is its title. Pure. */
export function splitSlides(text: string): SlideDraft[] {
  const parts: string[][] = [[]];
  let fence: string | null = null;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const mark = FENCE.exec(line)?.[1] ?? null;
    if (mark && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    if (fence === null && RULE.test(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => slide(lines.join('\n').trim())).filter(({ title, text }) => title || text);
}

function slide(text: string): SlideDraft {
  const [first = '', ...rest] = text.split('\n');
  const title = HEADING.exec(first)?.[1];
  if (title === undefined) return { title: '', text };
  return { title: title.replace(/[*_`]/g, '').slice(0, LIMITS.title), text: rest.join('\n').trim() };
}

/** What keeps these slides from being shown, as a word of the texts; null when nothing does. */
export function flawOf(title: string, slides: SlideDraft[]): 'title' | 'none' | 'many' | 'long' | null {
  if (title.trim() === '') return 'title';
  if (slides.length === 0) return 'none';
  if (slides.length > LIMITS.slides) return 'many';
  const bytes = new TextEncoder().encode(slides.map((one) => `${one.title}${one.text}`).join('')).length;
  return bytes > LIMITS.bytes || slides.some((one) => one.text.length > LIMITS.text) ? 'long' : null;
}
