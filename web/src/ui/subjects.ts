/** The subjects a class can have and their colours: `wall` is what a door stands on, `door` the door itself. */
export const SUBJECTS = {
  mathematics: { wall: '#f7e3b5', door: '#a86a0b' },
  science: { wall: '#d5e6da', door: '#1f5a4c' },
  languages: { wall: '#f6dacd', door: '#b1452c' },
  history: { wall: '#e9dcc9', door: '#755637' },
  geography: { wall: '#cfe3ea', door: '#2f6679' },
  art: { wall: '#f3d7db', door: '#a23b56' },
  music: { wall: '#dfdcec', door: '#544b86' },
  computing: { wall: '#d9e0e4', door: '#37505f' },
  other: { wall: '#e6e3d3', door: '#5c6140' },
} as const;

export type Subject = keyof typeof SUBJECTS;
export const SUBJECT_NAMES = Object.keys(SUBJECTS) as Subject[];

/** Words a teacher may write instead of our names, by the subject whose colours they wear. */
const ALIKE: Record<Exclude<Subject, 'other'>, RegExp> = {
  mathematics: /math|algebra|geometry|calcul|statistic/,
  science: /scien|physic|chemi|biolog|astronom|nature/,
  languages: /lang|litera|poe[mt]|english|german|french|spanish|reading|writing/,
  history: /histor|civic|politic|econom/,
  geography: /geogr|earth|map/,
  art: /\bart|design|drawing|photo/,
  music: /music|choir|song/,
  computing: /comput|program|informatic|coding|data/,
};

/** The subject whose colours a class wears; a subject we have no colours for is "other". */
export function subjectOf(name: string): Subject {
  const words = name.toLowerCase();
  const alike = Object.entries(ALIKE).find(([, pattern]) => pattern.test(words));
  return (alike?.[0] as Subject | undefined) ?? 'other';
}

/** True for the names that we offer ourselves, and so can translate. */
export const isOurs = (name: string): name is Subject => name in SUBJECTS;
