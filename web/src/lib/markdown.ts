/**
 * The Markdown of slides as a tree: headings, lists, quotes, code, bold, italic and links. Pure, and the only thing
 * that is ever made of foreign text: whoever draws the tree puts words into text nodes. What is not understood stays
 * as it was typed.
 */

export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'em'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

export interface Item {
  /** 0 for an item of the list itself, 1 for one under it. */
  depth: number;
  children: Inline[];
}

export type Block =
  | { kind: 'heading'; level: 2 | 3; children: Inline[] }
  | { kind: 'paragraph' | 'quote'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Item[] }
  | { kind: 'code'; text: string };

const FENCE = /^\s*(```|~~~)/;
const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const ITEM = /^(\s*)(?:[-*+]|(\d{1,3})[.)])\s+(.*)$/;
const QUOTE = /^\s*>\s?(.*)$/;

export function parseBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string;
    if (line.trim() === '') at += 1;
    else at = fence(lines, at, blocks) ?? heading(line, at, blocks) ?? rest(lines, at, blocks);
  }
  return blocks;
}

function fence(lines: string[], at: number, blocks: Block[]): number | null {
  const mark = FENCE.exec(lines[at] as string)?.[1];
  if (!mark) return null;
  let end = at + 1;
  while (end < lines.length && !(lines[end] as string).trim().startsWith(mark)) end += 1;
  blocks.push({ kind: 'code', text: lines.slice(at + 1, end).join('\n') });
  return end + 1;
}

function heading(line: string, at: number, blocks: Block[]): number | null {
  const found = HEADING.exec(line);
  if (!found) return null;
  const level = (found[1] as string).length > 2 ? 3 : 2;
  blocks.push({ kind: 'heading', level, children: parseInline(found[2] as string) });
  return at + 1;
}

/** A list, a quote or a paragraph: as many lines as belong together. */
function rest(lines: string[], at: number, blocks: Block[]): number {
  const first = ITEM.exec(lines[at] as string);
  if (first) return list(lines, at, first[2] !== undefined, blocks);
  const quoted = QUOTE.test(lines[at] as string);
  const words: string[] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] as string;
    if (line.trim() === '' || QUOTE.test(line) !== quoted) break;
    if (end > at && (FENCE.test(line) || HEADING.test(line) || ITEM.test(line))) break;
    words.push(quoted ? (QUOTE.exec(line)?.[1] ?? '') : line.trim());
  }
  blocks.push({ kind: quoted ? 'quote' : 'paragraph', children: parseInline(words.join('\n')) });
  return end;
}

function list(lines: string[], at: number, ordered: boolean, blocks: Block[]): number {
  const items: Item[] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] as string;
    const found = ITEM.exec(line);
    const last = items.at(-1);
    if (found)
      items.push({
        depth: (found[1] as string).length > 1 ? 1 : 0,
        children: parseInline(found[3] as string),
      });
    // An indented line goes on with the item above it.
    else if (last && /^\s{2,}\S/.test(line)) last.children.push(...parseInline(` ${line.trim()}`));
    else break;
  }
  blocks.push({ kind: 'list', ordered, items });
  return end;
}

const INLINE =
  /`([^`\n]+)`|\*\*(?=\*?[^\s*])([\s\S]*?\S)\*\*(?!\*)|__(?=[^\s_])([\s\S]*?\S)__(?!_)|\*(?=\S)([^*]*?[^\s*])\*|(?<![\p{L}\p{N}_])_(?=\S)([^_]*?[^\s_])_(?![\p{L}\p{N}_])|\[([^\]\n]+)\]\(([^()\s]+)\)/u;

export function parseInline(text: string): Inline[] {
  const found = INLINE.exec(text);
  if (!found) return text === '' ? [] : [{ kind: 'text', text }];
  const rest = text.slice(found.index + found[0].length);
  return [...parseInline(text.slice(0, found.index)), meaning(found), ...parseInline(rest)];
}

function meaning([whole, code, strong, strongToo, em, emToo, label, address]: RegExpExecArray): Inline {
  if (code !== undefined) return { kind: 'code', text: code };
  const [bold, slanted] = [strong ?? strongToo, em ?? emToo];
  if (bold !== undefined) return { kind: 'strong', children: parseInline(bold) };
  if (slanted !== undefined) return { kind: 'em', children: parseInline(slanted) };
  const href = safeLink(address ?? '');
  return href && label ? { kind: 'link', href, children: parseInline(label) } : { kind: 'text', text: whole };
}

/** An address one may be led to, or null: the web and mail, nothing that runs. */
export function safeLink(address: string): string | null {
  if (!/^(https?:\/\/|mailto:)/i.test(address)) return null;
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
}

/** The words alone. */
export const plain = (inline: Inline[]): string =>
  inline.map((part) => ('text' in part ? part.text : plain(part.children))).join('');
