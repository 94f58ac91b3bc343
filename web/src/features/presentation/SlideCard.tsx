import type { Slide } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { Markdown } from '@/ui/Markdown';
import css from './Presentation.module.css';

type Shown = Pick<Slide, 'title' | 'text'> & Partial<Pick<Slide, 'imageUrl' | 'imageAlt'>>;

/** One slide as a small board: what the board in the room says, to be read in one's hand. */
export function SlideCard({ slide, small }: { slide: Shown; small?: boolean }) {
  return (
    <article className={cx(css.slide, small && css.small, isPicture(slide) && css.picture)}>
      {slide.title && <h3>{slide.title}</h3>}
      {/* What is on the campus itself may be shown; the policy of the page lets in nothing else. */}
      {slide.imageUrl && <img src={slide.imageUrl} alt={slide.imageAlt ?? ''} />}
      {slide.text && <Markdown text={slide.text} />}
    </article>
  );
}

/** A slide that is nothing but an image has all of the board for it. */
const isPicture = ({ title, text, imageUrl }: Shown): boolean => Boolean(imageUrl) && !title && !text;
