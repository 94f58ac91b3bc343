import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TutorStatus } from '@/generated/schema';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty, Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { AskForm } from './AskForm';
import { Turn } from './Turn';
import css from './Tutor.module.css';
import { useConversation } from './useConversation';
import { WhoAnswers } from './WhoAnswers';

const NEAR = 480;

/** Whoever has gone back to read is left where they are. */
const nearTheEnd = () => document.documentElement.scrollHeight - window.innerHeight - window.scrollY < NEAR;

/** What was asked and answered, and a line to ask more. */
export function Conversation({ classroomId, status }: { classroomId: string; status: TutorStatus }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { turns, asking, answering, problem, ask, renew, cancel, judge } = useConversation(classroomId);
  const end = useRef<HTMLDivElement>(null);
  const last = turns?.at(-1);
  const count = (turns?.length ?? 0) + (asking ? 1 : 0);
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  const length = last?.aiResponse.length ?? 0;
  useEffect(() => {
    if (length > 0 && nearTheEnd()) end.current?.scrollIntoView({ block: 'nearest' });
  }, [length]);
  if (!turns) return <Skeleton label={t('common.loading')} />;
  return (
    <div className={css.conversation}>
      <WhoAnswers status={status} />
      {count === 0 && (
        <Empty art="leaf" title={t('tutor.empty')}>
          <p>{t('tutor.emptyHint')}</p>
        </Empty>
      )}
      <ol className={css.turns} aria-label={t('tutor.log')}>
        {turns.map((turn) => (
          <Turn
            key={turn.id}
            turn={turn}
            newest={turn === last && !asking}
            onAsk={answering ? undefined : ask}
            onJudge={(rating) => judge(turn.id, rating)}
          />
        ))}
        {asking && (
          <li className={css.turn}>
            <p className={css.question}>{asking}</p>
            <p className={css.thinking}>{t('tutor.thinking')}</p>
          </li>
        )}
      </ol>
      <p className="visually-hidden" role="status">
        {answering ? t('tutor.thinking') : last && t('tutor.answered')}
      </p>
      {problem && <Notice>{sentence(problem)}</Notice>}
      <div ref={end} className={css.end} />
      <AskForm
        closed={status.openness === 'closed'}
        onAsk={ask}
        onStop={answering && last?.state === 'running' ? () => cancel(last.id) : undefined}
        busy={answering}
      />
      {turns.length > 0 && !answering && (
        <Button tone="plain" size="s" icon="plus" className={css.renew} onClick={renew}>
          {t('tutor.renew')}
        </Button>
      )}
    </div>
  );
}
