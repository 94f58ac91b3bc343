import type { OptionInput } from '@/generated/schema';
import { type DraftOption, type DraftQuestion, filledOptions, numberOf, type Scoring } from './draft';

/** What a typed sum of percents may be off by: three thirds are typed as 33.33. */
export const SLACK = 0.5;

/** The options as the server takes them: marked where its own rule is meant, with weights otherwise. */
export function optionsInput({
  type,
  options,
  scoring,
}: Pick<DraftQuestion, 'type' | 'options' | 'scoring'>): OptionInput[] {
  const used = filledOptions(options);
  const weigh = weigher(used, type === 'multiple', scoring);
  return used.map((option) => ({
    text: option.text.trim(),
    ...(weigh ? { weight: weigh(option) } : { correct: option.correct }),
    ...(option.feedback.trim() && { feedback: option.feedback.trim() }),
  }));
}

type Weigh = (option: DraftOption) => number;

function weigher(options: readonly DraftOption[], several: boolean, scoring: Scoring): Weigh | null {
  if (scoring === 'custom') return custom(options, several);
  if (!several || scoring === 'even') return null;
  const right = options.filter((option) => option.correct).length || 1;
  const wrong = options.length - right || 1;
  return ({ correct }) => (correct ? 1 / right : scoring === 'shared' ? -1 / wrong : 0);
}

/** What is right adds up to everything, exactly: the rest of typed thirds is shared out. */
function custom(options: readonly DraftOption[], several: boolean): Weigh {
  const earned = several ? sumOfShares(options) : 100;
  const whole = Math.abs(earned - 100) <= SLACK ? earned : 100;
  return ({ share }) => {
    const typed = numberOf(share) || 0;
    return typed / (typed > 0 ? whole : 100);
  };
}

export const sumOfShares = (options: readonly DraftOption[]): number =>
  options.reduce((sum, { share }) => sum + Math.max(0, numberOf(share) || 0), 0);

/** Which rule the weights of a stored question follow. */
export function scoringOf(weights: readonly number[], several: boolean): Scoring {
  const right = weights.filter((weight) => weight > 0).length || 1;
  const wrong = weights.length - right || 1;
  const follow = (earns: number, costs: number): boolean =>
    weights.every((weight) => Math.abs(weight - (weight > 0 ? earns : costs)) < 1e-6);
  if (!several) return follow(1, 0) && right === 1 ? 'even' : 'custom';
  if (follow(1 / right, -1 / right)) return 'even';
  if (follow(1 / right, -1 / wrong)) return 'shared';
  return follow(1 / right, 0) ? 'free' : 'custom';
}
