/** The question bank of a class. */
export { Bank } from './Bank';
