/** A fraction as people read it; whoever is a hair below full marks has not got them. */
export const percent = (fraction: number): string => `${Math.floor(fraction * 100 + 1e-9)}\u00a0%`;
