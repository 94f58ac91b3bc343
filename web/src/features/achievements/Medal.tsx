import type { ReactNode } from 'react';

/** What is drawn on each medal: things of a classroom in the morning. */
const MOTIFS: Record<string, ReactNode> = {
  'first-lesson': <path d="M25 46V20a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v26M22 46h20M35 32h.1" />,
  'first-quiz': <path d="M23 19h14l5 5v21H23ZM28 33l3 3 6-7" />,
  'perfect-score': <path d="m32 17 4.4 9.2 10 1.3-7.3 7 1.8 10L32 39.7l-8.9 4.8 1.8-10-7.3-7 10-1.3Z" />,
  comeback: <path d="M21 33a11 11 0 1 0 4-9.5M21 18v7h7" />,
  'five-quizzes': <path d="M20 44V24M27 44V20M34 44V24M41 44V20M17 38l29-9" />,
  'full-week': (
    <path d="M32 39a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM32 16v4m0 24v4M16 32h4m24 0h4M20.7 20.7l2.8 2.8m17 17 2.8 2.8m0-22.6-2.8 2.8m-17 17-2.8 2.8" />
  ),
  'three-subjects': <path d="M19 44V23h8v21ZM28 44V19h8v25ZM38 44l-1-20 7-1 2 21Z" />,
  'twenty-lessons': <path d="M24 18v13h16V18M24 23h16M21 32h22M24 32v14M40 32v14" />,
};

/** A round of birch with a chalk drawing on green in it; as long as it is not earned, only its outline in chalk dust. */
export function Medal({ rule, earned }: { rule: string; earned: boolean }) {
  const motif = MOTIFS[rule] ?? MOTIFS['perfect-score'];
  return (
    <svg viewBox="0 0 64 72" width="88" height="99" aria-hidden="true" fill="none">
      {earned ? (
        <>
          <path d="M20 50 16 70l8-4 5 6 4-18M44 50l4 20-8-4-5 6-4-18" fill="var(--sun)" />
          <path d="M20 50 16 70l8-4M44 50l4 20-8-4" stroke="var(--sun-deep)" strokeWidth="1.2" />
          <circle cx="32" cy="33.5" r="30" fill="var(--birch-deep)" />
          <circle cx="32" cy="32" r="30" fill="var(--birch)" />
          <path
            d="M6 24c6-13 16-18 27-18M9 42c3 6 7 10 12 13M58 38c-2 8-7 14-13 17"
            stroke="var(--birch-deep)"
            strokeWidth="1"
            opacity=".55"
          />
          <circle cx="32" cy="32" r="23" fill="var(--spruce)" />
          <circle cx="32" cy="32" r="23" stroke="var(--spruce-deep)" strokeWidth="2" />
        </>
      ) : (
        <>
          <circle cx="32" cy="32" r="29.5" stroke="var(--line-strong)" strokeDasharray="4 5" />
          <circle cx="32" cy="32" r="23" fill="var(--plaster)" stroke="var(--line)" />
        </>
      )}
      <g
        stroke={earned ? 'var(--paper)' : 'var(--line-strong)'}
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {motif}
      </g>
    </svg>
  );
}
