import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankItemView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { addToBank, changeInBank } from '@/questions/bank';
import { newQuestion } from '@/questions/draft';
import { QuestionEditor } from '@/questions/edit/QuestionEditor';
import { flawsOfQuestion } from '@/questions/flaws';
import { fromStored } from '@/questions/fromStored';
import { TagField } from '@/questions/TagField';
import { toInput } from '@/questions/toInput';
import { useFlaws } from '@/questions/useFlaws';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import css from './Bank.module.css';

interface ItemEditorProps {
  classroomId: string;
  /** Null for a new question. */
  item: BankItemView | null;
  known: string[];
  onClose: () => void;
}

/** Writes a question of the bank. Every change is a revision of its own; quizzes keep the one they have. */
export function ItemEditor({ classroomId, item, known, onClose }: ItemEditorProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const inWords = useFlaws();
  const form = useRef<HTMLFormElement>(null);
  const [question, setQuestion] = useState(() => (item ? fromStored(item.question) : newQuestion()));
  const [tags, setTags] = useState(item?.tags ?? []);
  const [tried, setTried] = useState(false);
  const save = useAction(async () => {
    const input = { question: toInput(question), tags };
    await (item
      ? changeInBank(item.id, { ...input, revision: item.revision })
      : addToBank({ ...input, classroomId }));
    await queries.invalidateQueries({ queryKey: ['bank', classroomId] });
    onClose();
  });
  const flaws = inWords(Object.fromEntries(flawsOfQuestion(question)));
  const faulty = tried && Object.keys(flaws).length > 0;

  async function submit(): Promise<void> {
    setTried(true);
    if (Object.keys(flaws).length === 0) await save.run();
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  }

  return (
    <Dialog wide title={t(item ? 'bank.change' : 'bank.write')} onClose={onClose}>
      <form
        ref={form}
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <QuestionEditor
          title={t('bank.question')}
          question={question}
          errors={{ ...save.problem?.fields, ...(tried && flaws) }}
          onChange={(patch) => setQuestion({ ...question, ...patch })}
        />
        <TagField label={t('bank.tags')} tags={tags} known={known} onChange={setTags} />
        {faulty && <Notice>{t('editor.problems.some')}</Notice>}
        {save.problem && !faulty && <Notice>{sentence(save.problem)}</Notice>}
        <Button type="submit" size="l" busy={save.busy}>
          {t('bank.save')}
        </Button>
      </form>
    </Dialog>
  );
}
