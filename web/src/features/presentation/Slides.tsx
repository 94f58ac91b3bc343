import { useTranslation } from 'react-i18next';
import type { LivePresentation } from '@/generated/schema';
import css from './Presentation.module.css';
import { SlideCard } from './SlideCard';

/** The slide that is shown, as everybody sees it. */
export function Slides({ shown }: { shown: LivePresentation }) {
  const { t } = useTranslation();
  const slide = shown.slides[shown.index];
  return (
    <>
      <header className={css.head}>
        <h3>{shown.title}</h3>
        <p>
          {t('slides.by', { name: shown.presenterName })} ·{' '}
          {t('slides.of', { number: shown.index + 1, count: shown.slides.length })}
        </p>
      </header>
      <div key={shown.index} aria-live="polite" className={css.turn}>
        {slide && <SlideCard slide={slide} />}
      </div>
    </>
  );
}
