import { describe, expect, it } from 'vitest';
import { gapsIn, inWords, isPictured, ownPath, parseBlocks, parseInline, plain, safeLink } from './markdown';

const text = (words: string) => ({ kind: 'text', text: words });

describe('blocks', () => {
  it('are headings, paragraphs, lists, quotes and code', () => {
    const blocks = parseBlocks(
      '# Rock\nHot **stuff**\nflows.\n\n- one\n  - under one\n- two\n\n> said\n\n```\n# code\n```',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'quote', 'code']);
    expect(blocks[1]).toMatchObject({ children: [text('Hot '), { kind: 'strong' }, text('\nflows.')] });
    expect(blocks[2]).toMatchObject({ ordered: false, items: [{ depth: 0 }, { depth: 1 }, { depth: 0 }] });
    expect(blocks[4]).toEqual({ kind: 'code', text: '# code' });
  });

  it('number their items when these are numbered', () => {
    expect(parseBlocks('1. first\n2) second')).toMatchObject([
      { kind: 'list', ordered: true, items: [{}, {}] },
    ]);
  });

  it('end where the next begins, and an open fence at the end', () => {
    expect(parseBlocks('words\n- item\n### More\n~~~\nx').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'list',
      'heading',
      'code',
    ]);
  });
});

describe('inline', () => {
  it('is bold, italic and code, one in another', () => {
    expect(parseInline('a **b *c*** `d*e*`')).toMatchObject([
      text('a '),
      { kind: 'strong' },
      text(' '),
      { kind: 'code', text: 'd*e*' },
    ]);
    expect(plain(parseInline('__a__ and _b_'))).toBe('a and b');
  });

  it('leaves alone what only looks like it', () => {
    for (const words of ['2 * 3 * 4', 'snake_case_name', '**', 'a ** b', '[x]', '<b>hi</b>'])
      expect(parseInline(words)).toEqual([text(words)]);
  });

  it('links to the web and to mail, and to nothing that runs', () => {
    expect(parseInline('[see](https://example.org/a?b=1)')).toMatchObject([
      { kind: 'link', href: 'https://example.org/a?b=1' },
    ]);
    for (const address of ['javascript:alert(1)', 'JaVaScRiPt:x', 'data:text/html,x', '/path', 'https://'])
      expect(safeLink(address)).toBeNull();
    expect(parseInline('[x](javascript:1)')).toEqual([text('[x](javascript:1)')]);
  });

  it('takes long text without losing a word or much time', () => {
    const long = '*'.repeat(3000) + '['.repeat(3000) + ' **a'.repeat(1000);
    const started = performance.now();
    expect(plain(parseInline(long))).toHaveLength(long.length);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('formulas', () => {
  const math = (tex: string, display = false) => ({ kind: 'math', tex, display });

  it('stand between dollars, in the line or on their own', () => {
    expect(parseInline('so $a*b$ and $c_1$.')).toEqual([
      text('so '),
      math('a*b'),
      text(' and '),
      math('c_1'),
      text('.'),
    ]);
    expect(parseInline('$$\n\\frac{1}{2}\n$$')).toEqual([math('\\frac{1}{2}', true)]);
    expect(parseInline('$x$')).toEqual([math('x')]);
    expect(parseInline('$\\text{a \\$ b}$')).toEqual([math('\\text{a \\$ b}')]);
  });

  it('are no sums of money, no code, and no gaps', () => {
    for (const words of ['$5 and $6', 'a $ b $ c', '5$', '$$', '$ $'])
      expect(parseInline(words)).toEqual([text(words)]);
    expect(parseInline('\\$x$')).toEqual([text('$'), text('x$')]);
    expect(parseInline('`$x$`')).toEqual([{ kind: 'code', text: '$x$' }]);
    expect(gapsIn('$\\frac{{a}}{{b}}$')).toEqual([]);
  });

  it('are told by their source where only words can stand', () => {
    expect(inWords('**The** area\nis $x^2$ ![a square](/ipfs/b)')).toBe('The area is x^2 a square');
    expect(['plain', '**$x$**', '![a](/b)'].map(isPictured)).toEqual([false, true, true]);
  });

  it('take no time where dollars never end', () => {
    const started = performance.now();
    expect(plain(parseInline('$a '.repeat(3000)))).toHaveLength(9000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('pictures', () => {
  it('are those of this campus', () => {
    expect(parseInline('![a cell](/ipfs/bafy/cell.png)')).toEqual([
      { kind: 'image', src: '/ipfs/bafy/cell.png', alt: 'a cell' },
    ]);
    for (const address of [
      '//evil.example/x',
      '/\\evil.example/x',
      'https://x.example/y.png',
      'data:image/png,x',
    ])
      expect(ownPath(address)).toBeNull();
  });

  it('from elsewhere are not fetched', () => {
    expect(parseInline('![x](javascript:1)')).toEqual([text('![x](javascript:1)')]);
  });
});

describe('gaps', () => {
  it('are found wherever words stand, in their order', () => {
    expect(gapsIn('# A {{b}}\n\n- **{{c}}** and {{a.1}}\n\n```\n{{code}}\n```')).toEqual(['b', 'c', 'a.1']);
  });

  it('are nothing else in braces', () => {
    for (const words of ['{{}}', '{{a b}}', '{a}']) expect(gapsIn(words)).toEqual([]);
  });
});
