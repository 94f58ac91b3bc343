import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { TextArea } from '@/ui/Field';
import { madeGap, withoutGap } from '../cloze';
import { under } from '../useFlaws';
import css from './Edit.module.css';
import { GapEditor } from './GapEditor';
import type { EditProps } from './props';

/** A text in which words are selected and made gaps; beside it the gaps, one by one. */
export function ClozeEditor({ question, errors, onChange }: EditProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const { gaps, text } = question;

  function make(): void {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {};
    const { id, ...made } = madeGap({ text, gaps }, selectionStart, selectionEnd);
    onChange(made);
    const after = made.text.indexOf(`{{${id}}}`) + id.length + 4;
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(after, after);
    });
  }

  return (
    <>
      <div className={css.textAndTool}>
        <TextArea
          ref={area}
          label={t('editor.clozeText')}
          hint={t('editor.clozeHint')}
          error={errors.text ?? errors.gaps}
          rows={5}
          maxLength={10_000}
          value={text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <Button tone="sun" size="s" icon="pencil" disabled={gaps.length >= 50} onClick={make}>
          {t('editor.makeGap')}
        </Button>
      </div>
      {gaps.length > 0 && (
        <ul className={css.gaps} aria-label={t('editor.gaps')}>
          {gaps.map((gap, index) => (
            <li key={gap.id}>
              <GapEditor
                gap={gap}
                errors={under(errors, `gaps[${index}].`)}
                lost={errors[`gaps[${index}]`]}
                onChange={(patch) =>
                  onChange({ gaps: gaps.map((one) => (one.id === gap.id ? { ...one, ...patch } : one)) })
                }
                onRemove={() => onChange(withoutGap({ text, gaps }, gap.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
