import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { type Errors, under, useFlaws } from '@/questions/useFlaws';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { AddSlots } from './AddSlots';
import { BOUNDS, FIELDS, flawsOf } from './check';
import type { Draft, DraftSlot } from './draft';
import css from './QuizEditor.module.css';
import { SlotEditor } from './SlotEditor';
import { Settings } from './settings/Settings';

interface QuizEditorProps {
  classroomId: string;
  title: string;
  draft: Draft;
  /** Students are at it: what they are asked stays as it is. */
  open?: boolean;
  hadPassword?: boolean;
  onChange: (change: (draft: Draft) => Draft) => void;
  onClose: () => void;
  onSave: () => Promise<void>;
}

/** Writes a quiz: what it is called, its questions, and everything else, which may well stay as it is. */
export function QuizEditor({
  classroomId,
  draft,
  open,
  hadPassword,
  onChange,
  onSave,
  ...dialog
}: QuizEditorProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const inWords = useFlaws(boundsOf);
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const save = useAction(onSave);
  const flaws = inWords(flawsOf(draft, hadPassword));
  const faulty = tried && Object.keys(flaws).length > 0;
  const errors: Errors = { ...save.problem?.fields, ...(tried && flaws) };

  async function submit(): Promise<void> {
    setTried(true);
    if (Object.keys(flaws).length === 0) await save.run();
    // The marks are there once React has drawn what was just found.
    setTimeout(() => reveal(form.current));
  }

  const change = (patch: Partial<Draft>) => onChange((before) => ({ ...before, ...patch }));
  const slots = (next: (slots: DraftSlot[]) => DraftSlot[]) =>
    onChange((before) => ({ ...before, slots: next(before.slots) }));
  return (
    <Dialog wide {...dialog}>
      <form
        ref={form}
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label={t('editor.name')}
          error={errors.title}
          value={draft.title}
          maxLength={120}
          autoFocus
          onChange={(event) => change({ title: event.target.value })}
        />
        <Settings draft={draft} errors={errors} open={open} hadPassword={hadPassword} onChange={change} />
        {open ? (
          <Notice tone="info">{t('editor.inUse')}</Notice>
        ) : (
          <>
            {draft.slots.map((slot, index) => (
              <SlotEditor
                key={slot.key}
                classroomId={classroomId}
                slot={slot}
                place={index}
                count={draft.slots.length}
                errors={under(errors, `questions[${index}].`)}
                onSlots={slots}
              />
            ))}
            {errors.questions && <p className={css.error}>{errors.questions}</p>}
            <AddSlots classroomId={classroomId} onAdd={(added) => slots((before) => [...before, ...added])} />
          </>
        )}
        <footer className={css.foot}>
          {faulty && <Notice>{t('editor.problems.some')}</Notice>}
          {save.problem && !faulty && <Notice>{sentence(save.problem)}</Notice>}
          <Button type="submit" size="l" busy={save.busy}>
            {t('editor.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function boundsOf(field: string) {
  const name = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).find((key) => FIELDS[key] === field);
  if (name) return BOUNDS[name];
  return field.endsWith('count') ? { least: 1, most: 100 } : undefined;
}

/** Leads to the first fault, unfolding what it is in. */
function reveal(form: HTMLFormElement | null): void {
  const fault = form?.querySelector<HTMLElement>('[aria-invalid]');
  for (let at = fault?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true;
  fault?.focus();
}
