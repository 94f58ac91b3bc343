import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newQuestion } from '@/questions/draft';
import { Button } from '@/ui/Button';
import { BankPicker } from './BankPicker';
import { type DraftSlot, drawSlot, ownSlot } from './draft';
import css from './QuizEditor.module.css';

interface AddSlotsProps {
  classroomId: string;
  onAdd: (slots: DraftSlot[]) => void;
}

/** The three ways to come by another question. */
export function AddSlots({ classroomId, onAdd }: AddSlotsProps) {
  const { t } = useTranslation();
  const [picking, setPicking] = useState(false);
  return (
    <div className={css.adds}>
      <Button tone="paper" icon="plus" onClick={() => onAdd([ownSlot(newQuestion())])}>
        {t('editor.add')}
      </Button>
      <Button tone="paper" icon="cards" onClick={() => setPicking(true)}>
        {t('editor.addFromBank')}
      </Button>
      <Button tone="paper" icon="dice" onClick={() => onAdd([drawSlot()])}>
        {t('editor.addDraw')}
      </Button>
      {picking && (
        <BankPicker
          classroomId={classroomId}
          onPick={(slots) => {
            setPicking(false);
            onAdd(slots);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}
