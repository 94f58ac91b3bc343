import { useTranslation } from 'react-i18next';
import { QuestionEditor } from '@/questions/edit/QuestionEditor';
import { moved } from '@/questions/moves';
import type { Errors } from '@/questions/useFlaws';
import { IconButton } from '@/ui/Button';
import { BankSlotEditor } from './BankSlotEditor';
import { DrawEditor } from './DrawEditor';
import type { DraftSlot } from './draft';

interface SlotEditorProps {
  classroomId: string;
  slot: DraftSlot;
  place: number;
  count: number;
  errors: Errors;
  onSlots: (change: (slots: DraftSlot[]) => DraftSlot[]) => void;
}

/** One place of a quiz: written here, taken from the bank, or drawn from it by chance. */
export function SlotEditor({ classroomId, slot, place, count, errors, onSlots }: SlotEditorProps) {
  const { t } = useTranslation();
  const number = place + 1;
  const replace = (next: (slot: DraftSlot) => DraftSlot) =>
    onSlots((slots) => slots.map((one) => (one.key === slot.key ? next(one) : one)));
  const patch = (change: object) => replace((one) => ({ ...one, ...change }) as DraftSlot);
  const tools = (
    <>
      {place > 0 && (
        <IconButton
          icon="up"
          label={t('editor.up', { number })}
          onClick={() => onSlots((slots) => moved(slots, place, place - 1))}
        />
      )}
      {count > 1 && (
        <IconButton
          icon="trash"
          label={t('editor.remove', { number })}
          onClick={() => onSlots((slots) => slots.filter((one) => one.key !== slot.key))}
        />
      )}
    </>
  );
  switch (slot.kind) {
    case 'own':
      return (
        <QuestionEditor
          title={t('editor.question', { number })}
          question={slot.question}
          errors={errors}
          onChange={(change) =>
            replace((one) =>
              one.kind === 'own' ? { ...one, question: { ...one.question, ...change } } : one,
            )
          }
        >
          {tools}
        </QuestionEditor>
      );
    case 'bank':
      return (
        <BankSlotEditor slot={slot} number={number} errors={errors} onChange={patch}>
          {tools}
        </BankSlotEditor>
      );
    case 'draw':
      return (
        <DrawEditor classroomId={classroomId} slot={slot} errors={errors} onChange={patch}>
          {tools}
        </DrawEditor>
      );
  }
}
