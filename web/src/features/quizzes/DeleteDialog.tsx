import { useTranslation } from 'react-i18next';
import type { QuizView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import { deleteQuiz, useRefreshQuizzes } from './api';
import css from './Watch.module.css';

export function DeleteDialog({ quiz, onClose }: { quiz: QuizView; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshQuizzes();
  const remove = useAction(async () => {
    await deleteQuiz(quiz.id);
    onClose();
    await refresh();
  });
  return (
    <Dialog title={t('quiz.deleting.title')} onClose={onClose}>
      <div className={css.dialog}>
        <p>{t('quiz.deleting.what', { title: quiz.title })}</p>
        {remove.problem && <Notice>{sentence(remove.problem)}</Notice>}
        <div className={css.ways}>
          <Button tone="paper" autoFocus onClick={onClose}>
            {t('quiz.deleting.keep')}
          </Button>
          <Button tone="clay" icon="trash" busy={remove.busy} onClick={() => remove.run()}>
            {t('quiz.deleting.yes')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
