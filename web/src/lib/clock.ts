/**
 * The server's clock, as well as this browser can know it. Deadlines are the server's; a laptop whose clock is an
 * hour off must still count down to the right moment.
 */
let offset = 0;

/** `serverTime` was read by the server between asking (`sentAt`) and now, on this machine's clock. */
export function learnServerTime(serverTime: string, sentAt: number, now = Date.now()): void {
  offset = Date.parse(serverTime) - (sentAt + now) / 2;
}

export const serverNow = (now = Date.now()): number => now + offset;

/** Whole seconds left until `deadline`, never negative. */
export const secondsUntil = (deadline: string, now = serverNow()): number =>
  Math.max(0, Math.ceil((Date.parse(deadline) - now) / 1000));

/** 75 -> "1:15". */
export function asMinutes(seconds: number): string {
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}`;
}
