import { useTranslation } from 'react-i18next';
import type { BankImportReport } from '@/generated/schema';
import type { Problem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { Findings } from './Findings';
import css from './Import.module.css';

interface ImportReportProps {
  report: BankImportReport;
  busy: boolean;
  problem: Problem | null;
  onBack: () => void;
  onImport: () => void;
}

/** What would come in, what would not, and what would get lost on the way. */
export function ImportReport({ report, busy, problem, onBack, onImport }: ImportReportProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <div className={css.report}>
      {report.imported === 0 ? (
        <Empty art="leaf" title={t('bankImport.nothing')}>
          <p>{t('bankImport.nothingHint')}</p>
        </Empty>
      ) : (
        <Notice tone="good">{t('bankImport.ready', { count: report.imported })}</Notice>
      )}
      <Findings
        title={t('bankImport.skipped', { count: report.skipped.length })}
        found={report.skipped}
        open={report.imported === 0 || report.skipped.length <= 5}
        tone="clay"
      />
      <Findings
        title={t('bankImport.notes', { count: report.notes.length })}
        found={report.notes}
        open={report.notes.length <= 3}
        tone="sun"
      />
      {report.questions.length > 0 && (
        <details className={css.group} open={report.skipped.length + report.notes.length === 0}>
          <summary>{t('bankImport.questions', { count: report.imported })}</summary>
          <ol className={css.questions}>
            {report.questions.map((question, place) => (
              <li key={place}>
                <span className={css.text}>{question.text}</span>
                <span className={css.kind}>{t(`bankImport.kinds.${question.type as 'single'}`)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {problem && <Notice>{sentence(problem)}</Notice>}
      <div className={css.buttons}>
        <Button tone="paper" size="l" icon="back" onClick={onBack}>
          {t('bankImport.back')}
        </Button>
        {report.imported > 0 && (
          <Button size="l" busy={busy} onClick={onImport}>
            {t('bankImport.import', { count: report.imported })}
          </Button>
        )}
      </div>
    </div>
  );
}
