import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import { createQuiz, useRefreshQuizzes } from './api';
import { flawsOf } from './check';
import { type Draft, type DraftQuestion, newQuestion, toCreateQuiz } from './draft';
import { FrameFields } from './FrameFields';
import { QuestionEditor } from './QuestionEditor';
import css from './QuizEditor.module.css';
import { type Errors, useFlaws } from './useFlaws';

interface QuizEditorProps {
  classroomId: string;
  draft: Draft;
  onChange: (change: (draft: Draft) => Draft) => void;
  onClose: () => void;
  onSaved: (title: string) => void;
}

/** Writes a quiz: what it is called, how long it takes, and its questions. */
export function QuizEditor({ classroomId, draft, onChange, onClose, onSaved }: QuizEditorProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshQuizzes();
  const inWords = useFlaws();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const save = useAction(async () => {
    await createQuiz(toCreateQuiz(classroomId, draft));
    await refresh();
    onSaved(draft.title.trim());
  });
  const flaws = inWords(flawsOf(draft));
  const errors: Errors = { ...save.problem?.fields, ...(tried && flaws) };

  async function submit(): Promise<void> {
    setTried(true);
    if (Object.keys(flaws).length === 0) await save.run();
    // The marks are there once React has drawn what was just found.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  }

  const question = (key: string, patch: Partial<DraftQuestion>) =>
    onChange((before) => ({
      ...before,
      questions: before.questions.map((one) => (one.key === key ? { ...one, ...patch } : one)),
    }));
  const remove = (key: string) =>
    onChange((before) => ({ ...before, questions: before.questions.filter((one) => one.key !== key) }));
  return (
    <Dialog wide title={t('editor.title')} onClose={onClose}>
      <form
        ref={form}
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FrameFields
          draft={draft}
          errors={errors}
          onChange={(patch) => onChange((before) => ({ ...before, ...patch }))}
        />
        {draft.questions.map((one, index) => (
          <QuestionEditor
            key={one.key}
            question={one}
            number={index + 1}
            errors={under(errors, `questions[${index}].`)}
            onChange={(patch) => question(one.key, patch)}
            onRemove={draft.questions.length > 1 ? () => remove(one.key) : null}
          />
        ))}
        <Button
          tone="paper"
          icon="plus"
          className={css.add}
          onClick={() =>
            onChange((before) => ({ ...before, questions: [...before.questions, newQuestion()] }))
          }
        >
          {t('editor.add')}
        </Button>
        <footer className={css.foot}>
          {tried && Object.keys(flaws).length > 0 && <Notice>{t('editor.problems.some')}</Notice>}
          {save.problem && <Notice>{sentence(save.problem)}</Notice>}
          <Button type="submit" size="l" busy={save.busy}>
            {t('editor.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What is said about the fields under `prefix`, by their names there. */
const under = (errors: Errors, prefix: string): Errors =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([field, said]) =>
      field.startsWith(prefix) ? [[field.slice(prefix.length), said]] : [],
    ),
  );
