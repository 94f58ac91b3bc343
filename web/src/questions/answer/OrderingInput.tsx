import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inWords } from '@/lib/markdown';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { MarkdownLine } from '@/ui/Markdown';
import { isAnswered, textOf } from '../kinds';
import { moved, orderOf, placeAfter } from '../moves';
import css from './Ordering.module.css';
import type { AnswerProps } from './props';
import { useDragging } from './useDragging';

/** Things to be put in order: dragged by their grip, moved with the arrow keys on it, or with two buttons. */
export function OrderingInput({ question, value, onChange, labelledBy }: AnswerProps<'ordering'>) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const { items } = question;
  const answered = orderOf(
    items.map(({ id }) => id),
    value,
  );
  const drag = useDragging(list, answered, (order, id) => put(order, id));
  const order = drag.order ?? answered;

  function put(next: string[], id: string): void {
    onChange(next);
    const place = next.indexOf(id) + 1;
    setSaid(t('take.moved', { text: inWords(textOf(items, id)), place, count: next.length }));
  }
  const move = (id: string, to: number) => put(moved(order, order.indexOf(id), to), id);

  function byKey(event: KeyboardEvent, id: string): void {
    const to = placeAfter(event.key, order.indexOf(id), order.length);
    if (to === null) return;
    event.preventDefault();
    move(id, to);
    // Moving an element takes the focus from it in some browsers.
    const grip = event.currentTarget as HTMLElement;
    requestAnimationFrame(() => grip.focus());
  }

  return (
    <fieldset className={css.ordering} aria-labelledby={labelledBy} aria-describedby={`how-${question.id}`}>
      <ol ref={list} className={css.list}>
        {answered.map((id) => {
          const index = order.indexOf(id);
          const words = inWords(textOf(items, id));
          return (
            <li key={id} className={cx(css.item, drag.held === id && css.held)} style={{ order: index }}>
              <button
                type="button"
                className={css.grip}
                aria-label={t('take.grip', { text: words, place: index + 1, count: order.length })}
                onKeyDown={(event) => byKey(event, id)}
                {...drag.grip(id)}
              >
                <Icon name="grip" />
              </button>
              <span className={css.place} aria-hidden="true">
                {index + 1}
              </span>
              <span className={css.words}>
                <MarkdownLine text={textOf(items, id)} />
              </span>
              <span className={css.ways}>
                <IconButton
                  icon="up"
                  label={t('take.up', { text: words })}
                  disabled={index === 0}
                  onClick={() => move(id, index - 1)}
                />
                <IconButton
                  icon="down"
                  label={t('take.down', { text: words })}
                  disabled={index === order.length - 1}
                  onClick={() => move(id, index + 1)}
                />
              </span>
            </li>
          );
        })}
      </ol>
      {!isAnswered(value) && (
        <p className={css.untouched}>
          <span>{t('take.untouched')}</span>
          <Button tone="paper" size="s" icon="check" onClick={() => onChange(order)}>
            {t('take.keepOrder')}
          </Button>
        </p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </fieldset>
  );
}
