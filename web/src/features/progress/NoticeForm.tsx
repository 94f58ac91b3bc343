import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/lib/api';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { TextArea } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import css from './Progress.module.css';

/** A word to every student of a class, wherever they are: it waits under their bell. */
export function NoticeForm({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const { run, busy, problem } = useAction(async () => {
    await api.post('/notifications/notices', { classroomId, text: text.trim() });
    setText('');
    setSent(true);
  });
  return (
    <form
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void run();
      }}
    >
      <h2>{t('reports.write')}</h2>
      <TextArea
        label={t('reports.writeText')}
        hint={t('reports.writeHint')}
        rows={2}
        maxLength={500}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSent(false);
        }}
      />
      {problem && <Notice>{sentence(problem)}</Notice>}
      {sent && <Notice tone="good">{t('reports.written')}</Notice>}
      <Button type="submit" tone="paper" icon="horn" busy={busy} disabled={!text.trim()}>
        {t('reports.send')}
      </Button>
    </form>
  );
}
