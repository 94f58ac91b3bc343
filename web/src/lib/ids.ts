/** A random id. `crypto.randomUUID` would be shorter, but browsers withhold it on plain http:// origins. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
