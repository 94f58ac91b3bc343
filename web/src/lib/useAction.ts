import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import en from '@/locales/en.json';
import { asProblem, type Problem } from './problem';

/** A thing a person sets off: runs once at a time, and keeps what went wrong until the next try. */
export function useAction<A extends unknown[]>(work: (...args: A) => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  async function run(...args: A): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work(...args);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { run, busy, problem };
}

type ErrorKey = keyof typeof en.errors;
const known = (code: string): code is ErrorKey => code in en.errors;

/** A problem in the reader's language; one we have no words for is told in the server's. */
export function useSentence(): (problem: Problem) => string {
  const { t } = useTranslation();
  return (problem) => {
    if (known(problem.code)) return t(`errors.${problem.code}`);
    return problem.message || t('errors.unknown');
  };
}
