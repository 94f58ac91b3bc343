import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivePoll } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { vote } from '@/room/client';
import { useRoom } from '@/room/store';
import { closePoll } from '@/room/teach';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { Notice } from '@/ui/Notice';
import { Bars } from './Bars';
import css from './Poll.module.css';
import { PollComposer } from './PollComposer';

/** A teacher's polls: ask, watch the votes come in, close. */
export function TeacherPoll() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { poll, tally } = useRoom();
  const [asking, setAsking] = useState(false);
  const close = useAction(closePoll);
  return (
    <>
      {poll ? (
        <div className={css.poll}>
          <h3>{poll.question}</h3>
          {tally && <Bars poll={poll} counted={tally} />}
          <p className={css.count} aria-live="polite">
            {t('poll.voters', { count: tally?.voters ?? 0 })}
          </p>
          {close.problem && <Notice>{sentence(close.problem)}</Notice>}
          <Button tone="sun" icon="stop" className={css.add} busy={close.busy} onClick={close.run}>
            {t('poll.close')}
          </Button>
        </div>
      ) : (
        <>
          <Outcome />
          <p className={css.hint}>{t('poll.askHint')}</p>
          <Button tone="paper" icon="poll" className={css.add} onClick={() => setAsking(true)}>
            {t('poll.ask')}
          </Button>
        </>
      )}
      {asking && <PollComposer onClose={() => setAsking(false)} />}
    </>
  );
}

/** A student's poll: choose, change one's mind, see how it went. */
export function StudentPoll() {
  const poll = useRoom((state) => state.poll);
  return poll ? <Ballot key={poll.pollId} poll={poll} /> : <Outcome />;
}

function Ballot({ poll }: { poll: LivePoll }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const mine = useRoom((state) => state.myVote);
  const cast = useAction((option: number) => vote(poll.pollId, option));
  return (
    <fieldset className={css.poll}>
      <legend>{poll.question}</legend>
      {poll.options.map((option, index) => (
        <label key={option} className={cx(css.choice, mine === index && css.chosen)}>
          <input type="radio" name={poll.pollId} checked={mine === index} onChange={() => cast.run(index)} />
          <span>{option}</span>
          {mine === index && <Icon name="check" />}
        </label>
      ))}
      {cast.problem && <Notice>{sentence(cast.problem)}</Notice>}
      <p className={css.hint} aria-live="polite">
        {t(mine === null ? 'poll.choose' : 'poll.voted')}
      </p>
    </fieldset>
  );
}

/** The last poll of this lesson, until it is put away. */
function Outcome() {
  const { t } = useTranslation();
  const outcome = useRoom((state) => state.outcome);
  const mine = useRoom((state) => state.myVote);
  if (!outcome) return null;
  return (
    <section className={css.poll} aria-labelledby="outcome">
      <header className={css.head}>
        <div>
          <p className={css.count}>
            {t('poll.result')} · {t('poll.voters', { count: outcome.counted.voters })}
          </p>
          <h3 id="outcome">{outcome.poll.question}</h3>
        </div>
        <IconButton
          icon="close"
          label={t('poll.dismiss')}
          onClick={() => useRoom.setState({ outcome: null })}
        />
      </header>
      <Bars poll={outcome.poll} counted={outcome.counted} mine={mine} />
    </section>
  );
}
