import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView, ImportPlan } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import { applyImport, previewImport, useRefreshGradebook } from './api';
import css from './ImportDialog.module.css';
import { PlanView } from './PlanView';

interface ImportDialogProps {
  classroomId: string;
  book: BookView;
  onClose: () => void;
}

/** A table from outside: first what it would change and what it would not, then one decision. */
export function ImportDialog({ classroomId, book, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshGradebook(classroomId);
  const [content, setContent] = useState('');
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const look = useAction(async (file: File) => {
    setPlan(null);
    const encoded = await base64Of(file);
    setContent(encoded);
    setPlan(await previewImport(classroomId, encoded));
  });
  const apply = useAction(async (agreed: ImportPlan) => {
    try {
      await applyImport(classroomId, content, agreed.fingerprint);
    } catch (error) {
      setPlan(await previewImport(classroomId, content));
      throw error;
    }
    await refresh();
    onClose();
  });
  const problem = look.problem ?? apply.problem;
  return (
    <Dialog title={t('grades.import')} wide onClose={onClose}>
      <div className={css.form}>
        <p>{t('grades.importHint')}</p>
        <label className={css.file}>
          <span>{t('grades.chooseFile')}</span>
          <input
            type="file"
            accept=".csv,.xlsx,text/csv"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void look.run(file);
            }}
          />
        </label>
        {problem && <Notice>{sentence(problem)}</Notice>}
        {plan && <PlanView plan={plan} book={book} />}
        {plan && (
          <Button disabled={plan.changes.length === 0} busy={apply.busy} onClick={() => apply.run(plan)}>
            {t('grades.applyImport', { count: plan.changes.length })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(pieces.join(''));
}
