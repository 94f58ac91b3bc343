export interface PollDraft {
  question: string;
  options: { key: number; text: string }[];
}

export const MOST_OPTIONS = 6;
export const LEAST_OPTIONS = 2;

let keys = 0;
export const newOption = () => {
  keys += 1;
  return { key: keys, text: '' };
};

export const newPoll = (): PollDraft => ({ question: '', options: [newOption(), newOption()] });

export const optionsOf = (draft: PollDraft): string[] =>
  draft.options.map(({ text }) => text.trim()).filter((text) => text !== '');

/** What keeps this poll from being opened, as a word of the texts; null when nothing does. */
export function flawOf(draft: PollDraft): 'question' | 'options' | null {
  if (draft.question.trim() === '') return 'question';
  const options = optionsOf(draft);
  return options.length < LEAST_OPTIONS || new Set(options).size < options.length ? 'options' : null;
}
