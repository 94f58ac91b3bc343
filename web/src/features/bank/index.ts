/** Files of questions into the bank. The dialog brings its own data and says when something has come. */
export { ImportDialog } from './ImportDialog';
