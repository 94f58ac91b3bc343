import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GradingTaskView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { TextArea } from '@/ui/Field';
import { MarkdownLine } from '@/ui/Markdown';
import { Notice } from '@/ui/Notice';
import { Answer } from './Answer';
import { revealTask } from './api';
import css from './GradingView.module.css';
import { nextCriterion } from './judgement';
import { Scale } from './Scale';
import { useJudging } from './useJudging';

interface TaskViewProps {
  quizId: string;
  task: GradingTaskView;
  waiting: number;
  onNext: () => void;
}

/** One answer on the left, what it is worth on the right. Digits choose levels, Enter keeps and goes on. */
export function TaskView({ quizId, task, waiting, onNext }: TaskViewProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const place = useRef<HTMLElement>(null);
  const judging = useJudging(quizId, task, onNext);
  const [name, setName] = useState<string | null>(null);
  const reveal = useAction(async () => setName((await revealTask(quizId, task)).name));
  useEffect(() => place.current?.focus(), []);

  function hear(event: KeyboardEvent): void {
    const from = event.target instanceof HTMLElement ? event.target : null;
    const choosing = from?.matches('input[type=radio]');
    const writing = !choosing && from?.matches('input, textarea, button, a, summary');
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const criterion = nextCriterion(task.question.rubric, judging.levels);
    const level = Number(event.key) - 1;
    if (criterion && level >= 0 && level < criterion.levels.length) judging.choose(criterion.id, level);
    else if (event.key === 'Enter') judging.save();
    else if (event.key === 'ArrowRight' && !choosing) onNext();
    else return;
    event.preventDefault();
  }

  return (
    <section ref={place} className={css.task} tabIndex={-1} onKeyDown={hear} aria-label={t('grading.answer')}>
      <div className={css.left}>
        <h3>
          <MarkdownLine text={task.question.text} />
        </h3>
        <p className={css.meta}>
          {name ?? t('grading.nameless')}
          {name === null && (
            <Button tone="plain" size="s" busy={reveal.busy} onClick={() => reveal.run()}>
              {t('grading.reveal')}
            </Button>
          )}
        </p>
        <Answer text={task.answer} remarks={judging.remarks} onChange={judging.setRemarks} />
      </div>
      <form
        className={css.right}
        onSubmit={(event) => {
          event.preventDefault();
          judging.save();
        }}
      >
        {task.question.graderNotes && (
          <details className={css.notes}>
            <summary>{t('grading.notes')}</summary>
            <p>{task.question.graderNotes}</p>
          </details>
        )}
        <Scale question={task.question} judging={judging} />
        <TextArea
          label={t('grading.comment')}
          hint={t('grading.commentHint')}
          maxLength={5000}
          value={judging.comment}
          onChange={(event) => judging.setComment(event.target.value)}
        />
        {judging.problem && <Notice>{sentence(judging.problem)}</Notice>}
        <div className={css.ways}>
          <Button type="submit" icon="check" disabled={judging.share === null} busy={judging.busy}>
            {t('grading.keep')}
          </Button>
          <Button tone="plain" icon="forward" onClick={onNext}>
            {t('grading.skip')}
          </Button>
        </div>
        <p className={css.hint}>
          {t(judging.byRubric ? 'grading.keysRubric' : 'grading.keys', { count: waiting })}
        </p>
      </form>
    </section>
  );
}
