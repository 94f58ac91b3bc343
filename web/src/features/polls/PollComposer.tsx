import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { openPoll } from '@/room/teach';
import { Button, IconButton } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { flawOf, LEAST_OPTIONS, MOST_OPTIONS, newOption, newPoll, optionsOf } from './draft';
import css from './Poll.module.css';

/** Asks the class something: a question and two to six answers. */
export function PollComposer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [draft, setDraft] = useState(newPoll);
  const [tried, setTried] = useState(false);
  const open = useAction(async () => {
    await openPoll({ question: draft.question.trim(), options: optionsOf(draft) });
    onClose();
  });
  const flaw = tried ? flawOf(draft) : null;
  const { options } = draft;
  return (
    <Dialog title={t('poll.composerTitle')} onClose={onClose}>
      <form
        noValidate
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (flawOf(draft) === null) void open.run();
        }}
      >
        <Field
          label={t('poll.question')}
          value={draft.question}
          maxLength={500}
          autoFocus
          error={flaw === 'question' ? t('poll.flaws.question') : undefined}
          onChange={(event) => setDraft({ ...draft, question: event.target.value })}
        />
        {options.map((option, index) => (
          <div key={option.key} className={css.line}>
            <Field
              label={t('poll.option', { number: index + 1 })}
              value={option.text}
              maxLength={120}
              onChange={(event) =>
                setDraft({
                  ...draft,
                  options: options.map((one) =>
                    one.key === option.key ? { ...one, text: event.target.value } : one,
                  ),
                })
              }
            />
            {options.length > LEAST_OPTIONS && (
              <IconButton
                icon="close"
                label={t('poll.removeOption', { number: index + 1 })}
                onClick={() =>
                  setDraft({ ...draft, options: options.filter(({ key }) => key !== option.key) })
                }
              />
            )}
          </div>
        ))}
        {options.length < MOST_OPTIONS && (
          <Button
            tone="plain"
            size="s"
            icon="plus"
            className={css.add}
            onClick={() => setDraft({ ...draft, options: [...options, newOption()] })}
          >
            {t('poll.addOption')}
          </Button>
        )}
        {flaw === 'options' && <Notice>{t('poll.flaws.options')}</Notice>}
        {open.problem && <Notice>{sentence(open.problem)}</Notice>}
        <Button type="submit" size="l" icon="poll" busy={open.busy}>
          {t('poll.open')}
        </Button>
      </form>
    </Dialog>
  );
}
