import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import type { FileFormat } from './api';

/** The two kinds of file that spreadsheets read. */
export function ExportButton({ save }: { save: (format: FileFormat) => Promise<void> }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { run, busy, problem } = useAction(save);
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button key={format} tone="paper" icon="download" busy={busy} onClick={() => void run(format)}>
          <span className="visually-hidden">{t('attendance.export')} </span>
          {format.toUpperCase()}
        </Button>
      ))}
      {problem && <Notice>{sentence(problem)}</Notice>}
    </>
  );
}
