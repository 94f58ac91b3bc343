import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import { Switch } from '@/ui/Switch';
import { setUp, useRefreshGradebook } from './api';
import { CategoryRows } from './CategoryRows';
import { ColumnRows } from './ColumnRows';
import { draftOf, flawOf, setUpOf } from './draft';
import { ScaleRows } from './ScaleRows';
import css from './SetUpDialog.module.css';

interface SetUpDialogProps {
  classroomId: string;
  book: BookView;
  onClose: () => void;
}

/** Categories, columns and the scale, kept together. */
export function SetUpDialog({ classroomId, book, onClose }: SetUpDialogProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refresh = useRefreshGradebook(classroomId);
  const [draft, setDraft] = useState(() => draftOf(book));
  const [tried, setTried] = useState(false);
  const flaw = flawOf(draft);
  const save = useAction(async () => {
    await setUp(classroomId, setUpOf(draft));
    await refresh();
    onClose();
  });
  return (
    <Dialog title={t('grades.setUp')} wide onClose={onClose}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!flaw) void save.run();
        }}
      >
        <CategoryRows draft={draft} onChange={setDraft} />
        <ColumnRows draft={draft} onChange={setDraft} />
        <ScaleRows draft={draft} onChange={setDraft} />
        <Switch
          label={t('grades.missingIsZero')}
          hint={t('grades.missingIsZeroHint')}
          on={draft.missingIsZero}
          onChange={(missingIsZero) => setDraft({ ...draft, missingIsZero })}
        />
        {tried && flaw && <Notice>{t(`grades.flaw.${flaw}`)}</Notice>}
        {save.problem && <Notice>{sentence(save.problem)}</Notice>}
        <Button type="submit" busy={save.busy} className={css.save}>
          {t('common.save')}
        </Button>
      </form>
    </Dialog>
  );
}
