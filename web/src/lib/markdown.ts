/**
 * The Markdown of slides and questions as a tree: headings, lists, quotes, code, bold, italic, links, pictures of this
 * campus, LaTeX between dollars, and the gaps of a text to fill in. Pure, and the only thing that is ever made of
 * foreign text: whoever draws the tree puts words into text nodes. What is not understood stays as it was typed.
 */

export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'em'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'math'; tex: string; display: boolean }
  | { kind: 'image'; src: string; alt: string }
  | { kind: 'gap'; id: string };

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

/**
 * What begins first wins, so code may hold dollars and formulas may hold stars. As in Pandoc, a dollar with a blank
 * behind it opens no formula and one before a digit closes none: sums of money stay words.
 */
const INLINE = new RegExp(
  [
    /`(?<code>[^`\n]+)`/,
    /\\(?<dollar>\$)/,
    /\{\{(?<gap>[A-Za-z0-9:._-]{1,64})\}\}/,
    /\$\$(?<block>[^$]*[^\s$][^$]*)\$\$/,
    /\$(?=[^\s$])(?<math>(?:[^$\n\\]|\\[^\n])*?(?<=\S))\$(?!\d)/,
    /!\[(?<alt>[^\]\n]*)\]\((?<picture>[^()\s]+)\)/,
    /\*\*(?=\*?[^\s*])(?<strong>[\s\S]*?\S)\*\*(?!\*)/,
    /__(?=[^\s_])(?<strongToo>[\s\S]*?\S)__(?!_)/,
    /\*(?=\S)(?<em>[^*]*?[^\s*])\*/,
    /(?<![\p{L}\p{N}_])_(?=\S)(?<emToo>[^_]*?[^\s_])_(?![\p{L}\p{N}_])/u,
    /\[(?<label>[^\]\n]+)\]\((?<address>[^()\s]+)\)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);

export function parseInline(text: string): Inline[] {
  const found = INLINE.exec(text);
  if (!found) return text === '' ? [] : [{ kind: 'text', text }];
  const rest = text.slice(found.index + found[0].length);
  return [...parseInline(text.slice(0, found.index)), meaning(found), ...parseInline(rest)];
}

function meaning({ 0: whole, groups = {} }: RegExpExecArray): Inline {
  const { code, dollar, gap, math, block, alt, picture, label, address } = groups;
  if (code !== undefined) return { kind: 'code', text: code };
  if (dollar !== undefined) return { kind: 'text', text: dollar };
  if (gap !== undefined) return { kind: 'gap', id: gap };
  if (block !== undefined) return { kind: 'math', tex: block.trim(), display: true };
  if (math !== undefined) return { kind: 'math', tex: math, display: false };
  const [bold, slanted] = [groups.strong ?? groups.strongToo, groups.em ?? groups.emToo];
  if (bold !== undefined) return { kind: 'strong', children: parseInline(bold) };
  if (slanted !== undefined) return { kind: 'em', children: parseInline(slanted) };
  const src = ownPath(picture ?? '');
  if (src) return { kind: 'image', src, alt: alt ?? '' };
  const href = safeLink(address ?? '');
  return href && label ? { kind: 'link', href, children: parseInline(label) } : { kind: 'text', text: whole };
}

/** A path on this campus, or null: a picture from elsewhere would tell a stranger who reads it, and when. */
export const ownPath = (address: string): string | null =>
  /^\/(?![/\\])[^\\]*$/.test(address) ? address : null;

/** An address one may be led to, or null: the web and mail, nothing that runs. */
export function safeLink(address: string): string | null {
  if (!/^(https?:\/\/|mailto:)/i.test(address)) return null;
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
}

/** The words alone; a formula is its source, a picture what it shows, a gap a line to write on. */
export const plain = (inline: Inline[]): string => inline.map(wordsOf).join('');

function wordsOf(part: Inline): string {
  switch (part.kind) {
    case 'text':
    case 'code':
      return part.text;
    case 'math':
      return part.tex;
    case 'image':
      return part.alt;
    case 'gap':
      return '___';
    default:
      return plain(part.children);
  }
}

/** A text in one line of words: for titles, lists and the options of a menu, where nothing else can stand. */
export const inWords = (text: string): string => plain(parseInline(text)).replace(/\s+/g, ' ').trim();

/** Whether words alone would not do: there is a formula or a picture in it. */
export const isPictured = (text: string): boolean => parseInline(text).some(pictured);

const pictured = (part: Inline): boolean =>
  part.kind === 'math' || part.kind === 'image' || ('children' in part && part.children.some(pictured));

/** The gaps of a text in the order in which they stand there. */
export const gapsIn = (text: string): string[] => parseBlocks(text).flatMap(gapsOfBlock);

function gapsOfBlock(block: Block): string[] {
  if (block.kind === 'code') return [];
  return (block.kind === 'list' ? block.items.flatMap((item) => item.children) : block.children).flatMap(
    gapsOf,
  );
}

function gapsOf(part: Inline): string[] {
  if (part.kind === 'gap') return [part.id];
  return 'children' in part ? part.children.flatMap(gapsOf) : [];
}
