import katex from 'katex';
import { expect, test } from 'vitest';
import { withoutStyles } from './typeset';

test('nothing that the policy of the page forbids is left in a formula', () => {
  const markup = katex.renderToString('\\fcolorbox{red}{blue}{x} \\text{ style="color:red"}', {
    output: 'mathml',
  });
  expect(markup).toContain(' style="');
  const clean = withoutStyles(markup);
  expect(clean).not.toContain(' style="');
  expect(clean).toContain('style=&quot;color:red&quot;');
});
