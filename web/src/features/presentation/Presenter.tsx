import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivePresentation } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { useRoom } from '@/room/store';
import { stopPresentation, turnTo } from '@/room/teach';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Notice } from '@/ui/Notice';
import { Composer } from './Composer';
import css from './Presentation.module.css';
import { Slides } from './Slides';
import { step } from './turn';

/** A teacher's slides: write, show, turn, end. */
export function Presenter() {
  const { t } = useTranslation();
  const shown = useRoom((state) => state.presentation);
  const [writing, setWriting] = useState(false);
  return (
    <>
      {shown ? (
        <Desk shown={shown} />
      ) : (
        <>
          <p className={css.hint}>{t('slides.composeHint')}</p>
          <Button icon="lesson" className={css.start} onClick={() => setWriting(true)}>
            {t('slides.compose')}
          </Button>
        </>
      )}
      {writing && <Composer onClose={() => setWriting(false)} />}
    </>
  );
}

function Desk({ shown }: { shown: LivePresentation }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const turn = useAction(turnTo);
  const stop = useAction(stopPresentation);
  const last = shown.slides.length - 1;
  const problem = turn.problem ?? stop.problem;

  function keyed(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // In here the arrows turn slides; they do not walk as well.
    event.preventDefault();
    event.stopPropagation();
    step(by);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: no form, but a group of controls with keys of its own
    <div role="group" aria-label={t('lesson.slides')} className={css.desk} onKeyDown={keyed}>
      <Slides shown={shown} />
      {/* At either end a button stays what has the focus: with it the arrow keys would be lost. */}
      <div className={css.turns}>
        <IconButton
          icon="back"
          tone="paper"
          label={t('slides.previous')}
          aria-disabled={shown.index === 0 || undefined}
          onClick={() => step(-1)}
        />
        <ol className={css.all} aria-label={t('slides.all')}>
          {shown.slides.map((slide, index) => (
            <li key={index}>
              <button
                type="button"
                className={cx(css.jump, index === shown.index && css.here)}
                aria-current={index === shown.index || undefined}
                aria-label={slide.title || t('slides.untitled', { number: index + 1 })}
                title={slide.title}
                onClick={() => turn.run(index)}
              >
                {index + 1}
              </button>
            </li>
          ))}
        </ol>
        <IconButton
          icon="forward"
          tone="spruce"
          label={t('slides.next')}
          aria-disabled={shown.index === last || undefined}
          onClick={() => step(1)}
        />
      </div>
      {problem && <Notice>{sentence(problem)}</Notice>}
      <div className={css.foot}>
        <p className={css.hint}>{t('slides.keys')}</p>
        <Button tone="paper" size="s" icon="stop" busy={stop.busy} onClick={stop.run}>
          {t('slides.stop')}
        </Button>
      </div>
    </div>
  );
}
