import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DraftItemView, QuizDraftView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { Markdown, MarkdownLine } from '@/ui/Markdown';
import { Notice } from '@/ui/Notice';
import { decideItem } from './api';
import css from './Drafts.module.css';

/** A drafted question beside the sentence that it was made of. */
export function DraftItem({ draft, item }: { draft: QuizDraftView; item: DraftItemView }) {
  const { t } = useTranslation();
  return (
    <li className={cx(css.item, item.decision === 'rejected' && css.rejected)}>
      <div className={css.question}>
        <Markdown text={item.text} />
        <ul className={css.options}>
          {item.options.map((option) => (
            <li key={option.text} className={cx(option.correct && css.right)}>
              {option.correct && <Icon name="check" size={18} />}
              <MarkdownLine text={option.text} />
              {option.correct && <span className="visually-hidden"> ({t('tutor.drafts.right')})</span>}
            </li>
          ))}
          {item.accepted.map((text) => (
            <li key={text} className={css.right}>
              <Icon name="check" size={18} />
              {text}
            </li>
          ))}
        </ul>
        {item.explanation && <p className={css.explanation}>{item.explanation}</p>}
        {item.flags.map((flag) => (
          <p key={flag} className={css.flag}>
            <Icon name="alert" size={18} />
            {t(`tutor.drafts.flags.${flag}`)}
          </p>
        ))}
      </div>
      <figure className={css.source}>
        <blockquote>{item.source.quote}</blockquote>
        <figcaption>
          {item.source.title}
          {item.source.page !== null && ` · ${t('tutor.page', { page: item.source.page })}`}
        </figcaption>
      </figure>
      <Decision draft={draft} item={item} />
    </li>
  );
}

function Decision({ draft, item }: { draft: QuizDraftView; item: DraftItemView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const { run, busy, problem } = useAction(async (decision: 'approve' | 'reject') => {
    await decideItem(draft.id, item.number, decision);
    await queries.invalidateQueries({ queryKey: ['tutor', 'drafts', draft.classroomId] });
  });
  if (item.decision !== 'pending') {
    const words = item.decision === 'rejected' ? 'rejected' : item.inBank ? 'inBank' : 'approved';
    return <p className={css.decided}>{t(`tutor.drafts.${words}`)}</p>;
  }
  return (
    <div className={css.decide}>
      <Button size="s" icon="check" busy={busy} onClick={() => run('approve')}>
        {t('tutor.drafts.approve')}
      </Button>
      <Button size="s" tone="plain" icon="close" busy={busy} onClick={() => run('reject')}>
        {t('tutor.drafts.reject')}
      </Button>
      {problem && <Notice>{sentence(problem)}</Notice>}
    </div>
  );
}
