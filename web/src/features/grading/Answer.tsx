import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemarkInput } from '@/generated/schema';
import { Button, IconButton } from '@/ui/Button';
import css from './GradingView.module.css';
import { segmentsOf } from './judgement';

interface AnswerProps {
  text: string;
  remarks: RemarkInput[];
  onChange: (remarks: RemarkInput[]) => void;
}

/** An answer to read; a passage that is selected can be given a remark. */
export function Answer({ text, remarks, onChange }: AnswerProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [passage, setPassage] = useState<{ start: number; end: number } | null>(null);
  const [words, setWords] = useState('');

  function add(): void {
    if (!passage || words.trim() === '') return;
    onChange([...remarks, { ...passage, text: words.trim() }]);
    setPassage(null);
    setWords('');
  }

  const seen = new Set<number>();
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text is selected, by mouse or by keys */}
      <div
        ref={place}
        className={css.answer}
        onMouseUp={() => setPassage(passageIn(place.current))}
        onKeyUp={() => setPassage(passageIn(place.current))}
      >
        {segmentsOf(text, remarks).map((segment, index) => {
          const first = segment.remarks.filter((one) => !seen.has(one));
          for (const one of first) seen.add(one);
          return segment.remarks.length > 0 ? (
            <mark key={index} data-numbers={first.map((one) => one + 1).join(' ')}>
              {segment.text}
            </mark>
          ) : (
            segment.text
          );
        })}
        {text === '' && <em>{t('grading.noAnswer')}</em>}
      </div>
      {passage && (
        <div className={css.remark}>
          <p>“{text.slice(passage.start, passage.end)}”</p>
          <input
            aria-label={t('grading.remark')}
            placeholder={t('grading.remark')}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                add();
              }
              if (event.key === 'Escape') setPassage(null);
            }}
          />
          <Button size="s" disabled={words.trim() === ''} onClick={add}>
            {t('grading.addRemark')}
          </Button>
        </div>
      )}
      {!passage && remarks.length === 0 && text !== '' && (
        <p className={css.hint}>{t('grading.remarkHint')}</p>
      )}
      <ol className={css.remarks}>
        {remarks.map((one, index) => (
          <li key={index}>
            <b>{index + 1}</b>
            <span>{one.text}</span>
            <IconButton
              icon="trash"
              label={t('grading.removeRemark', { number: index + 1 })}
              onClick={() => onChange(remarks.filter((_, other) => other !== index))}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Where the selection is inside an element's text; null when nothing of it is selected. */
function passageIn(element: HTMLElement | null): { start: number; end: number } | null {
  const selection = document.getSelection();
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const end = start + range.toString().length;
  return end > start ? { start, end } : null;
}
