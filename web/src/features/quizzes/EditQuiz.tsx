import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuizPreview, QuizView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Dialog } from '@/ui/Dialog';
import { Empty, Skeleton } from '@/ui/Empty';
import { changeQuiz, usePreview, useRefreshQuizzes } from './api';
import { toUpdateQuiz } from './draft';
import { fromPreview } from './fromPreview';
import { QuizEditor } from './QuizEditor';

/** Changes a quiz that is there already: all of a draft, the frame of an open one. */
export function EditQuiz({ quiz, onClose }: { quiz: QuizView; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const preview = usePreview(quiz.id);
  // A copy of some time ago would be written over what is there now.
  if (preview.data && !preview.isFetching) return <Editing preview={preview.data} onClose={onClose} />;
  return (
    <Dialog wide title={t('editor.change')} onClose={onClose}>
      {preview.error ? (
        <Empty art="unplugged" title={sentence(asProblem(preview.error))} />
      ) : (
        <Skeleton label={t('common.loading')} />
      )}
    </Dialog>
  );
}

function Editing({ preview, onClose }: { preview: QuizPreview; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshQuizzes();
  const [{ quiz }] = useState(preview);
  const [draft, setDraft] = useState(() => fromPreview(preview));
  const open = quiz.state === 'open';
  return (
    <QuizEditor
      classroomId={quiz.classroomId}
      title={t('editor.change')}
      draft={draft}
      open={open}
      hadPassword={quiz.hasPassword}
      onChange={setDraft}
      onClose={onClose}
      onSave={async () => {
        await changeQuiz(quiz.id, toUpdateQuiz(draft, open));
        onClose();
        await refresh();
      }}
    />
  );
}
