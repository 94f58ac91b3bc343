import { useTranslation } from 'react-i18next';
import type { TutorAnswer } from '@/generated/schema';
import { Button } from '@/ui/Button';
import { Markdown } from '@/ui/Markdown';
import { Citations } from './Citations';
import { Helpful } from './Helpful';
import { Ladder } from './Ladder';
import css from './Tutor.module.css';

interface TurnProps {
  turn: TutorAnswer;
  newest: boolean;
  onAsk: ((question: string) => void) | undefined;
  onJudge: (rating: 'up' | 'down' | null) => Promise<void>;
}

const HELPED_OR_NOT = new Set(['model', 'quotes', 'degraded']);

/** A question and its answer, with where it comes from and what one may ask next. */
export function Turn({ turn, newest, onAsk, onJudge }: TurnProps) {
  const { t } = useTranslation();
  const running = turn.state === 'running';
  const helps = turn.kind === null || HELPED_OR_NOT.has(turn.kind);
  return (
    <li className={css.turn}>
      <p className={css.question}>
        <span className="visually-hidden">{t('tutor.you')}: </span>
        {turn.question}
      </p>
      <div className={css.answer} aria-busy={running || undefined}>
        {turn.rung && helps && <Ladder rung={turn.rung} />}
        {turn.aiResponse ? <Markdown text={turn.aiResponse} /> : <Waiting state={turn.state} />}
        {turn.citations.length > 0 && <Citations citations={turn.citations} />}
        {!running && turn.kind && helps && (
          <footer className={css.foot}>
            <span>{turn.answeredBy ?? t('tutor.quoted')}</span>
            <Helpful rating={turn.rating} onJudge={onJudge} />
          </footer>
        )}
      </div>
      {newest && !running && turn.suggestions.length > 0 && (
        <fieldset className={css.next} aria-label={t('tutor.next')}>
          {turn.suggestions.map((suggestion) => (
            <Button
              key={suggestion}
              tone="paper"
              size="s"
              disabled={!onAsk}
              onClick={() => onAsk?.(suggestion)}
            >
              {suggestion}
            </Button>
          ))}
        </fieldset>
      )}
    </li>
  );
}

function Waiting({ state }: { state: TutorAnswer['state'] }) {
  const { t } = useTranslation();
  return (
    <p className={css.thinking}>{t(state === 'interrupted' ? 'tutor.interrupted' : 'tutor.thinking')}</p>
  );
}
