import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Choice, Field, Select, TextArea } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import type { QuestionFile } from './api';
import { ENDINGS, FORMATS, type FormatName, guessFormat, LARGEST } from './formats';
import css from './Import.module.css';

interface ImportSourceProps {
  busy: boolean;
  problem: Problem | null;
  onChosen: (file: QuestionFile) => void;
}

/** Where the questions come from, and in which format; the format is guessed, and can be said. */
export function ImportSource({ busy, problem, onChosen }: ImportSourceProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [from, setFrom] = useState<'file' | 'text'>('file');
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [format, setFormat] = useState<FormatName>('gift');
  const body = from === 'file' ? file : text.trim() ? new Blob([text]) : null;
  const tooLarge = body !== null && body.size > LARGEST;

  async function choose(chosen: File | undefined) {
    setFile(chosen ?? null);
    if (chosen) setFormat(guessFormat(chosen.name, await chosen.slice(0, 20_000).text()));
  }

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (body && !tooLarge) onChosen({ name: from === 'file' ? (file?.name ?? '') : '', body, format });
      }}
    >
      <Choice
        label={t('bankImport.from')}
        name="from"
        quiet
        value={from}
        onChange={setFrom}
        options={[
          { value: 'file', label: t('bankImport.file') },
          { value: 'text', label: t('bankImport.paste') },
        ]}
      />
      {from === 'file' ? (
        <Field
          key="file"
          label={t('bankImport.chooseFile')}
          hint={t('bankImport.fileHint')}
          error={tooLarge ? t('errors.file-too-large') : undefined}
          className={css.file}
          type="file"
          accept={ENDINGS}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      ) : (
        <TextArea
          key="text"
          label={t('bankImport.text')}
          error={tooLarge ? t('errors.file-too-large') : undefined}
          value={text}
          rows={10}
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setFormat(guessFormat('', event.currentTarget.value.slice(0, 20_000)));
          }}
        />
      )}
      <Select
        label={t('bankImport.format')}
        hint={t(`bankImport.about.${format}`)}
        value={format}
        onChange={(event) => setFormat(event.currentTarget.value as FormatName)}
      >
        {FORMATS.map((one) => (
          <option key={one} value={one}>
            {t(`bankImport.formats.${one}`)}
          </option>
        ))}
      </Select>
      {problem && <Notice>{withPlace(problem, sentence(problem))}</Notice>}
      <Button type="submit" size="l" busy={busy} disabled={!body || tooLarge}>
        {t('bankImport.look')}
      </Button>
    </form>
  );
}

/** A file that breaks off: our words, and behind them the server's, which say where. */
function withPlace(problem: Problem, ours: string): string {
  return problem.code === 'unreadable-file' ? `${ours} ${problem.message}` : ours;
}
