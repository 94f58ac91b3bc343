import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { startPresentation } from '@/room/teach';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Choice, Field, TextArea } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import css from './Composer.module.css';
import { useDraft } from './draft';
import { SlideCard } from './SlideCard';
import { flawOf, splitSlides } from './split';

type Side = 'write' | 'preview';

/** Writes slides, with what they will look like beside it; on a phone, behind it. */
export function Composer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { title, text } = useDraft();
  const [side, setSide] = useState<Side>('write');
  const [tried, setTried] = useState(false);
  const slides = splitSlides(useDeferredValue(text));
  const show = useAction(async () => {
    const slides = splitSlides(text).map((slide) => ({ ...slide, imageUrl: null, imageAlt: '' }));
    await startPresentation({ title: title.trim(), slides });
    useDraft.setState({ title: '', text: '' });
    onClose();
  });
  const flaw = tried ? flawOf(title, splitSlides(text)) : null;

  function submit(): void {
    setTried(true);
    if (flawOf(title, splitSlides(text)) === null) void show.run();
  }

  return (
    <Dialog wide title={t('slides.composerTitle')} onClose={onClose}>
      <form
        noValidate
        className={css.form}
        data-side={side}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={css.sides}>
          <Choice
            quiet
            label={t('slides.text')}
            name="side"
            value={side}
            onChange={setSide}
            options={[
              { value: 'write', label: t('slides.write') },
              {
                value: 'preview',
                label: `${t('slides.preview')} · ${t('slides.count', { count: slides.length })}`,
              },
            ]}
          />
        </div>
        <div className={css.write}>
          <Field
            label={t('slides.name')}
            value={title}
            maxLength={120}
            autoFocus
            error={flaw === 'title' ? t('slides.flaws.title') : undefined}
            onChange={(event) => useDraft.setState({ title: event.target.value })}
          />
          <TextArea
            label={t('slides.text')}
            hint={t('slides.textHint')}
            rows={13}
            value={text}
            placeholder={t('slides.placeholder')}
            error={flaw && flaw !== 'title' ? t(`slides.flaws.${flaw}`) : undefined}
            onChange={(event) => useDraft.setState({ text: event.target.value })}
          />
        </div>
        <section className={css.preview} aria-label={t('slides.preview')}>
          <p className={css.count}>
            {t('slides.preview')} · {t('slides.count', { count: slides.length })}
          </p>
          <ol className={css.list}>
            {(slides.length > 0 ? slides : splitSlides(t('slides.placeholder'))).map((slide, index) => (
              <li key={index} data-ghost={slides.length === 0 || undefined}>
                <SlideCard small slide={slide} />
              </li>
            ))}
          </ol>
        </section>
        <footer className={css.foot}>
          {show.problem && <Notice>{sentence(show.problem)}</Notice>}
          <Button type="submit" size="l" icon="lesson" busy={show.busy}>
            {t('slides.start')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
