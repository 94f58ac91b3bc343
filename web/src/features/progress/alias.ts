/** A name of our own for a number below 900: one of thirty adjectives, and one of thirty animals. */
export function aliasOf(alias: number, adjectives: string, animals: string): string {
  const first = adjectives.split(' ');
  const second = animals.split(' ');
  return `${first[Math.floor(alias / second.length) % first.length]} ${second[alias % second.length]}`;
}
