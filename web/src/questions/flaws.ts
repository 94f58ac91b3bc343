import { lostGaps } from './cloze';
import {
  type DraftGap,
  type DraftNumber,
  type DraftOption,
  type DraftQuestion,
  type DraftText,
  filledOptions,
  numberOf,
  type Scoring,
  withoutTail,
} from './draft';
import { usedTexts } from './toInput';
import { SLACK, sumOfShares } from './weights';

export type Flaw =
  | 'text'
  | 'optionText'
  | 'rightOne'
  | 'rightSome'
  | 'wholeOne'
  | 'wholeSum'
  | 'accepted'
  | 'wholeAccepted'
  | 'number'
  | 'unit'
  | 'words'
  | 'levels'
  | 'pair'
  | 'pairs'
  | 'items'
  | 'gaps'
  | 'gapLost';

export interface Bounds {
  least: number;
  most: number;
}

export const POINTS: Bounds = { least: 0.1, most: 100 };
const SHARE: Bounds = { least: -100, most: 100 };
const NUMBER: Bounds = { least: -1e300, most: 1e300 };
const UNIT = /^[\p{L}%‰°€$£¥'"]\S*$/u;

type Found = Generator<[field: string, flaw: Flaw]>;

export const within = (typed: string, { least, most }: Bounds): boolean => {
  const number = numberOf(typed);
  return number >= least && number <= most;
};

/** What keeps a question from being asked, by the server's field names, so that both complaints land in one place. */
export function* flawsOfQuestion(question: DraftQuestion): Found {
  if (question.text.trim() === '') yield ['text', 'text'];
  if (!within(question.points, POINTS)) yield ['points', 'number'];
  switch (question.type) {
    case 'single':
    case 'multiple':
      yield* ofOptions(question, 'options');
      break;
    case 'shortAnswer':
      yield* ofTexts(question.texts, 'accepted');
      break;
    case 'numeric':
      yield* ofNumbers(question.numbers, 'accepted');
      yield* ofUnits(question);
      break;
    case 'essay':
      yield* ofEssay(question);
      break;
    case 'matching':
      yield* ofPairs(question);
      break;
    case 'ordering':
      yield* ofItems(question);
      break;
    case 'cloze':
      yield* ofGaps(question);
      break;
    case 'trueFalse':
      break;
  }
}

function* ofOptions(
  { type, options, scoring }: { type: string; options: DraftOption[]; scoring: Scoring },
  field: string,
): Found {
  const used = filledOptions(options);
  for (const [place, { text }] of used.entries())
    if (text.trim() === '') yield [`${field}[${place}].text`, 'optionText'];
  if (scoring === 'custom') {
    yield* ofShares(used, field);
    if (type === 'multiple') {
      if (Math.abs(sumOfShares(used) - 100) > SLACK) yield [field, 'wholeSum'];
    } else if (!used.some(isWhole)) yield [field, 'wholeOne'];
  } else if (!used.some((option) => option.correct))
    yield [field, type === 'multiple' ? 'rightSome' : 'rightOne'];
}

const isWhole = ({ share }: { share: string }): boolean => numberOf(share) === 100;

function* ofShares(list: readonly { share: string }[], field: string): Found {
  for (const [place, { share }] of list.entries())
    if (!within(share, SHARE)) yield [`${field}[${place}].weight`, 'number'];
}

function* ofTexts(texts: readonly DraftText[], field: string): Found {
  const used = usedTexts(texts);
  if (used.every(({ text }) => text.trim() === '')) yield [field, 'accepted'];
  else {
    for (const [place, { text }] of used.entries())
      if (text.trim() === '') yield [`${field}[${place}].text`, 'optionText'];
    if (!used.some(isWhole)) yield [field, 'wholeAccepted'];
  }
  yield* ofShares(used, field);
}

function* ofNumbers(numbers: readonly DraftNumber[], field: string): Found {
  for (const [place, one] of numbers.entries()) {
    if (!within(one.value, NUMBER)) yield [`${field}[${place}].value`, 'number'];
    if (one.kind === 'range' && !within(one.high, NUMBER)) yield [`${field}[${place}].high`, 'number'];
    if (one.kind !== 'range' && !within(one.tolerance, { least: 0, most: 1e300 }))
      yield [`${field}[${place}].tolerance`, 'number'];
  }
  yield* ofShares(numbers, field);
  if (!numbers.some(isWhole)) yield [field, 'wholeAccepted'];
}

function* ofUnits({ units, unitPenalty }: DraftQuestion): Found {
  for (const [place, { name, factor }] of units.entries()) {
    if (!UNIT.test(name.trim())) yield [`units[${place}].name`, 'unit'];
    if (!(numberOf(factor) > 0)) yield [`units[${place}].factor`, 'number'];
  }
  if (units.length > 0 && !within(unitPenalty, { least: 0, most: 100 })) yield ['unitPenalty', 'number'];
}

function* ofEssay({ minWords, maxWords, rubric }: DraftQuestion): Found {
  const [least, most] = [numberOf(minWords) || 0, numberOf(maxWords)];
  if (!within(String(least), { least: 0, most: 10_000 })) yield ['minWords', 'number'];
  if (maxWords.trim() !== '' && !(most >= Math.max(1, least) && most <= 10_000)) yield ['maxWords', 'words'];
  for (const [place, { text, levels }] of rubric.entries()) {
    if (text.trim() === '') yield [`rubric[${place}].text`, 'optionText'];
    const points = levels.map((level) => numberOf(level.points));
    const rising = points.every((one, index) => one >= (points[index - 1] ?? 0));
    if (!rising || !((points.at(-1) ?? 0) > 0) || levels.some((level) => level.text.trim() === ''))
      yield [`rubric[${place}].levels`, 'levels'];
  }
}

function* ofPairs({ pairs, distractors }: DraftQuestion): Found {
  const used = withoutTail(pairs, ({ prompt, answer }) => `${prompt}${answer}`.trim() === '', 1);
  for (const [place, { prompt, answer }] of used.entries())
    if (prompt.trim() === '' || answer.trim() === '') yield [`pairs[${place}]`, 'pair'];
  const choices = new Set(
    [...used.map(({ answer }) => answer.trim()), ...distractors.split('\n')].filter(Boolean),
  );
  if (choices.size < 2) yield ['pairs', 'pairs'];
}

function* ofItems({ items }: DraftQuestion): Found {
  const used = withoutTail(items, ({ text }) => text.trim() === '', 2);
  for (const [place, { text }] of used.entries())
    if (text.trim() === '') yield [`items[${place}]`, 'optionText'];
  if (used.every(({ text }) => text.trim() === '')) yield ['items', 'items'];
}

function* ofGaps({ text, gaps }: DraftQuestion): Found {
  if (gaps.length === 0) yield ['gaps', 'gaps'];
  const lost = new Set(lostGaps({ text, gaps }));
  for (const [place, gap] of gaps.entries()) {
    if (lost.has(gap.id)) yield [`gaps[${place}]`, 'gapLost'];
    if (!(numberOf(gap.weight) > 0)) yield [`gaps[${place}].weight`, 'number'];
    yield* ofGap(gap, `gaps[${place}]`);
  }
}

function* ofGap(gap: DraftGap, field: string): Found {
  if (gap.kind === 'choice') yield* ofOptions({ ...gap, type: 'single' }, `${field}.options`);
  else if (gap.kind === 'text') yield* ofTexts(gap.texts, `${field}.accepted`);
  else yield* ofNumbers(gap.numbers, `${field}.accepted`);
}
