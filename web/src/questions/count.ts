/** How many words a text has. A dash between blanks is none. */
export const wordCount = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** How the length of an essay stands to what is wanted. */
export function lengthOf(words: number, least: number, most: number | null): 'short' | 'good' | 'long' {
  if (most !== null && words > most) return 'long';
  return words < least ? 'short' : 'good';
}
