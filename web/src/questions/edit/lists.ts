/** Changes of lists whose things have a key. */
interface Keyed {
  key: string;
}

export const patched = <T extends Keyed>(list: readonly T[], key: string, patch: Partial<T>): T[] =>
  list.map((one) => (one.key === key ? { ...one, ...patch } : one));

export const without = <T extends Keyed>(list: readonly T[], key: string): T[] =>
  list.filter((one) => one.key !== key);
