import type { QuestionView } from '../kinds';
import { Choices } from './Choices';
import { ClozeInput } from './ClozeInput';
import { EssayInput } from './EssayInput';
import { LineInput } from './LineInput';
import { MatchingInput } from './MatchingInput';
import { OrderingInput } from './OrderingInput';
import type { AnswerProps } from './props';

interface AnswerInputsProps extends Omit<AnswerProps, 'question'> {
  question: QuestionView;
}

/** Where a question is answered, in the way of its kind. */
export function AnswerInputs({ question, ...props }: AnswerInputsProps) {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'trueFalse':
      return <Choices question={question} {...props} />;
    case 'shortAnswer':
    case 'numeric':
      return <LineInput question={question} {...props} />;
    case 'essay':
      return <EssayInput question={question} {...props} />;
    case 'matching':
      return <MatchingInput question={question} {...props} />;
    case 'ordering':
      return <OrderingInput question={question} {...props} />;
    case 'cloze':
      return <ClozeInput question={question} {...props} />;
  }
}
