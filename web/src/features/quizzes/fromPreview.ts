import type { DrawView, QuizPreview } from '@/generated/schema';
import { randomId } from '@/lib/ids';
import { inWords } from '@/lib/markdown';
import { typedNumber } from '@/questions/draft';
import { fromStored } from '@/questions/fromStored';
import { bankSlot, type Draft, type DraftSlot, newDraft, ownSlot, toLocal } from './draft';

/** A quiz on its teacher's desk again. */
export function fromPreview(preview: QuizPreview): Draft {
  const { quiz } = preview;
  return {
    ...newDraft(),
    title: quiz.title,
    timed: quiz.timeLimitSeconds !== null,
    minutes: quiz.timeLimitSeconds === null ? '10' : typedNumber(quiz.timeLimitSeconds / 60),
    opensAt: toLocal(quiz.opensAt),
    closesAt: toLocal(quiz.closesAt),
    grace: String(quiz.graceSeconds),
    attempts: String(quiz.maxAttempts),
    method: quiz.gradeMethod,
    locked: quiz.hasPassword,
    pass: typedNumber(quiz.passScore * 100),
    tokens: String(quiz.tokensReward),
    shuffle: quiz.shuffle,
    shuffleOptions: quiz.shuffleOptions,
    review: quiz.review,
    slots: slotsOf(preview),
  };
}

/** Draws stand before the question whose number they name, those at the end behind the last. */
export function slotsOf({ questions, sources, draws }: QuizPreview): DraftSlot[] {
  const at = (place: number) => draws.filter((draw) => draw.at === place).map(draw);
  const asked = questions.flatMap((question, place) => {
    const source = sources[question.id];
    const slot = source
      ? bankSlot({
          id: source.itemId,
          revision: source.revision,
          text: inWords(question.text),
          points: typedNumber(question.points),
        })
      : ownSlot(fromStored(question));
    return [...at(place), slot];
  });
  return [...asked, ...at(questions.length)];
}

const draw = ({ tags, count, points }: DrawView): DraftSlot => ({
  key: randomId(),
  kind: 'draw',
  tags,
  count: String(count),
  points: typedNumber(points),
});
