import { describe, expect, it } from 'vitest';
import { flawOf, splitSlides } from './split';

describe('splitting', () => {
  it('cuts at rules and takes a heading on top as the title', () => {
    expect(splitSlides('# Volcanoes\nHot.\n\n---\n\nNo title\n- here\r\n---\n\n## Third')).toEqual([
      { title: 'Volcanoes', text: 'Hot.' },
      { title: '', text: 'No title\n- here' },
      { title: 'Third', text: '' },
    ]);
  });

  it('does not cut inside of code, and leaves out what is empty', () => {
    expect(splitSlides('---\n\n---\n```\na\n---\nb\n```\n---\n')).toEqual([
      { title: '', text: '```\na\n---\nb\n```' },
    ]);
  });
});

describe('flaws', () => {
  const slide = { title: 'A', text: 'b' };
  it('are a missing title, and too little or too much of slides', () => {
    expect(flawOf(' ', [slide])).toBe('title');
    expect(flawOf('T', [])).toBe('none');
    expect(flawOf('T', Array(101).fill(slide))).toBe('many');
    expect(flawOf('T', [{ title: '', text: 'ä'.repeat(60_000) }])).toBe('long');
    expect(flawOf('T', [slide])).toBeNull();
  });
});
