import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBank, useBankTags } from '@/questions/bank';
import { TagField } from '@/questions/TagField';
import type { Errors } from '@/questions/useFlaws';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import type { DraftSlot } from './draft';
import css from './QuizEditor.module.css';

type DrawSlot = Extract<DraftSlot, { kind: 'draw' }>;

interface DrawEditorProps {
  classroomId: string;
  slot: DrawSlot;
  errors: Errors;
  onChange: (patch: Partial<DrawSlot>) => void;
  children: ReactNode;
}

/** So many questions of the bank by chance, others for each student. */
export function DrawEditor({ classroomId, slot, errors, onChange, children }: DrawEditorProps) {
  const { t } = useTranslation();
  const known = useBankTags(classroomId).data ?? [];
  const found = useBank(classroomId, { search: '', kind: '', tags: slot.tags, archived: false });
  const there = found.data?.pages.reduce((sum, page) => sum + page.items.length, 0);
  const few = there !== undefined && !found.hasNextPage && there < Number(slot.count);
  return (
    <fieldset className={css.slot}>
      <legend>
        <Icon name="dice" size={20} /> {t('editor.draw')}
      </legend>
      <div className={css.tools}>{children}</div>
      <div className={css.numbers}>
        <Field
          label={t('editor.drawCount')}
          error={errors.count}
          inputMode="numeric"
          value={slot.count}
          onChange={(event) => onChange({ count: event.target.value })}
        />
        <Field
          label={t('editor.drawPoints')}
          error={errors.points}
          inputMode="decimal"
          value={slot.points}
          onChange={(event) => onChange({ points: event.target.value })}
        />
      </div>
      <TagField
        label={t('editor.drawTags')}
        tags={slot.tags}
        known={known.map(([tag]) => tag)}
        onChange={(tags) => onChange({ tags })}
      />
      {there !== undefined && (
        <p className={few ? css.error : css.hint}>
          {found.hasNextPage
            ? t('editor.drawFromMany', { count: there })
            : t(few ? 'editor.drawFew' : 'editor.drawFrom', { count: there })}
        </p>
      )}
    </fieldset>
  );
}
