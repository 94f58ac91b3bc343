import type { DraftQuestion } from '../draft';
import type { Errors } from '../useFlaws';

export interface EditProps {
  question: DraftQuestion;
  /** By the names of the question's own fields. */
  errors: Errors;
  onChange: (patch: Partial<DraftQuestion>) => void;
}
