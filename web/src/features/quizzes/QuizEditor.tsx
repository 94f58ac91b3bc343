import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { createQuiz, useRefreshQuizzes } from './api';
import { type DraftProblem, type DraftQuestion, newQuestion, problemOf, quizInput } from './draft';
import css from './QuizEditor.module.css';
import { QuestionEditor } from './QuestionEditor';

/** Writes a quiz: what it is called, how long it takes, and its questions. */
export function QuizEditor({ classroomId, onClose }: { classroomId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshQuizzes();
  const [questions, setQuestions] = useState<DraftQuestion[]>(() => [newQuestion()]);
  const [wrong, setWrong] = useState<DraftProblem | null>(null);
  const { run, busy, problem } = useAction(async (form: FormData) => {
    const number = (name: string) => Number(form.get(name));
    const title = String(form.get('title'));
    const missing = problemOf(title, questions);
    setWrong(missing);
    if (missing) return;
    const frame = {
      classroomId,
      title,
      timeLimitSeconds: number('minutes') * 60,
      passScore: number('pass') / 100,
      tokensReward: number('tokens'),
      maxAttempts: number('attempts'),
      shuffle: form.get('shuffle') !== null,
    };
    await createQuiz(quizInput(frame, questions));
    await refresh();
    onClose();
  });
  const change = (key: string, patch: Partial<DraftQuestion>) =>
    setQuestions(questions.map((question) => (question.key === key ? { ...question, ...patch } : question)));
  return (
    <Dialog wide title={t('editor.title')} onClose={onClose}>
      <form
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run(new FormData(event.currentTarget));
        }}
      >
        <Field label={t('editor.name')} name="title" required maxLength={120} autoFocus />
        <div className={css.numbers}>
          <Field label={t('editor.minutes')} name="minutes" type="number" min={1} max={180} defaultValue={5} />
          <Field label={t('editor.pass')} name="pass" type="number" min={0} max={100} step={5} defaultValue={60} />
          <Field label={t('editor.tokens')} name="tokens" type="number" min={0} max={1000} defaultValue={10} />
          <Field label={t('editor.attempts')} name="attempts" type="number" min={1} max={20} defaultValue={1} />
        </div>
        <label className={css.check}>
          <input type="checkbox" name="shuffle" defaultChecked />
          {t('editor.shuffle')}
        </label>
        {questions.map((question, index) => (
          <QuestionEditor
            key={question.key}
            question={question}
            number={index + 1}
            onChange={(patch) => change(question.key, patch)}
            onRemove={questions.length > 1 ? () => setQuestions(questions.filter(({ key }) => key !== question.key)) : null}
          />
        ))}
        <Button tone="paper" icon="plus" onClick={() => setQuestions([...questions, newQuestion()])}>
          {t('editor.add')}
        </Button>
        {wrong && <Notice>{t(`editor.problems.${wrong.code}`, { number: 'number' in wrong ? wrong.number : 0 })}</Notice>}
        {problem && <Notice>{sentence(problem)}</Notice>}
        <Button type="submit" size="l" busy={busy}>
          {t('editor.save')}
        </Button>
      </form>
    </Dialog>
  );
}
