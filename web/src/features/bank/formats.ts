/** The formats a file of questions can have, by their names on the wire. */
export const FORMATS = ['gift', 'aiken', 'csv', 'moodleXml'] as const;
export type FormatName = (typeof FORMATS)[number];

export const MEDIA_TYPES: Record<FormatName, string> = {
  gift: 'text/plain',
  aiken: 'text/plain',
  csv: 'text/csv',
  moodleXml: 'application/xml',
};

export const ENDINGS = '.gift,.txt,.csv,.tsv,.xml';
/** Bytes; the server refuses more. */
export const LARGEST = 2_000_000;

const BY_ENDING: Record<string, FormatName> = {
  gift: 'gift',
  csv: 'csv',
  tsv: 'csv',
  xml: 'moodleXml',
};

/** What the name or, where that says nothing, the beginning of the text looks like. */
export function guessFormat(name: string, text: string): FormatName {
  const ending = name.toLowerCase().split('.').pop() ?? '';
  const told = BY_ENDING[ending];
  if (told) return told;
  if (/^\s*(<\?xml|<quiz)/.test(text)) return 'moodleXml';
  if (/^answer\s*:\s*[a-z]/im.test(text)) return 'aiken';
  const header = text.split('\n', 1)[0]?.toLowerCase() ?? '';
  if (/(^|[,;\t])\s*"?type"?\s*[,;\t]/.test(header) && header.includes('text')) return 'csv';
  return 'gift';
}
