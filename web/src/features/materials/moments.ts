/** A moment as an input of type `datetime-local` has it: the reader's own time, without its zone. */
export function toField(moment: string | null): string {
  if (moment === null) return '';
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Back again; null for an empty field. */
export const fromField = (text: string): string | null => (text === '' ? null : new Date(text).toISOString());

export const momentText = (moment: string, language: string): string =>
  new Date(moment).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
