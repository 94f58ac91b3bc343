import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { notify } from '@/room/teach';
import { Button } from '@/ui/Button';
import { TextArea } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import css from './Announcements.module.css';

/** A teacher's word to everybody. */
export function AnnounceForm() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [text, setText] = useState('');
  const [important, setImportant] = useState(false);
  const [sent, setSent] = useState(false);
  const send = useAction(async () => {
    await notify({ text: text.trim(), level: important ? 'important' : 'info' });
    setText('');
    setImportant(false);
    setSent(true);
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void send.run();
      }}
    >
      <TextArea
        label={t('announce.text')}
        hint={t('announce.hint')}
        rows={2}
        maxLength={500}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSent(false);
        }}
      />
      <label className={css.check}>
        <input type="checkbox" checked={important} onChange={(event) => setImportant(event.target.checked)} />
        {t('announce.important')}
      </label>
      {send.problem && <Notice>{sentence(send.problem)}</Notice>}
      {sent && <Notice tone="good">{t('announce.sent')}</Notice>}
      <Button type="submit" tone="paper" icon="horn" busy={send.busy} disabled={!text.trim()}>
        {t('announce.send')}
      </Button>
    </form>
  );
}
