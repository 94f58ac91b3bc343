/** The question bank of a class, and files of questions into it and out of it. */
export { Bank } from './Bank';
