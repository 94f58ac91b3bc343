import { ClozeEditor } from './ClozeEditor';
import { EssayEditor } from './EssayEditor';
import { ItemsEditor } from './ItemsEditor';
import { NumericEditor } from './NumericEditor';
import { OptionsEditor } from './OptionsEditor';
import { PairsEditor } from './PairsEditor';
import type { EditProps } from './props';
import { ShortEditor } from './ShortEditor';
import { TruthEditor } from './TruthEditor';

/** What is right, asked for in the way of the question's kind. */
export function KeyEditor(props: EditProps) {
  switch (props.question.type) {
    case 'single':
    case 'multiple':
      return <OptionsEditor {...props} />;
    case 'trueFalse':
      return <TruthEditor {...props} />;
    case 'shortAnswer':
      return <ShortEditor {...props} />;
    case 'numeric':
      return <NumericEditor {...props} />;
    case 'essay':
      return <EssayEditor {...props} />;
    case 'matching':
      return <PairsEditor {...props} />;
    case 'ordering':
      return <ItemsEditor {...props} />;
    case 'cloze':
      return <ClozeEditor {...props} />;
  }
}
