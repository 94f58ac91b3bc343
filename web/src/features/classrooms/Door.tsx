import type { ClassroomView } from '@/generated/schema';
import { SUBJECTS, subjectOf } from '@/ui/subjects';
import css from './Door.module.css';

/** Most heads that are drawn behind the glass. */
const HEADS = 5;

/** A classroom's door: ajar and full of light while somebody is inside, closed while nobody is. */
export function Door({ classroom }: { classroom: ClassroomView }) {
  const { wall, door } = SUBJECTS[subjectOf(classroom.subject)];
  const inside = classroom.presentCount > 0;
  return (
    <svg className={css.door} viewBox="0 8 360 156" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <rect width="360" height="168" fill={wall} />
      <path d="M0 150h360v18H0Z" fill="#fff" opacity=".45" />
      <path d="M0 148h360v3H0Z" fill={door} opacity=".25" />
      {inside && <path d="m250 158-34-124 4-2 128 136Z" fill="#fff7dc" opacity=".75" />}
      <Window x={26} heads={classroom.presentCount} lit={inside} frame={door} />
      <g>
        <path d="M226 158V30a10 10 0 0 1 10-10h64a10 10 0 0 1 10 10v128Z" fill={inside ? '#fff3cd' : door} />
        <path
          className={css.leaf}
          d={inside ? 'M226 158V22l34 12v132Z' : 'M232 158V32a6 6 0 0 1 6-6h60a6 6 0 0 1 6 6v126Z'}
          fill={door}
        />
        {inside ? (
          <path d="M233 46l20 6v44l-20-4Z" fill="#fff7dc" opacity=".85" />
        ) : (
          <path d="M246 42h44v50h-44Z" fill="#fff" opacity=".3" />
        )}
        <circle cx={inside ? 252 : 294} cy="104" r="3.6" fill="#f4b63f" />
        <path
          d="M226 158V30a10 10 0 0 1 10-10h64a10 10 0 0 1 10 10v128"
          fill="none"
          stroke="#fff"
          strokeWidth="6"
          strokeLinejoin="round"
        />
      </g>
    </svg>
  );
}

function Window({ x, heads, lit, frame }: { x: number; heads: number; lit: boolean; frame: string }) {
  return (
    <g transform={`translate(${x} 34)`}>
      <rect width="164" height="84" rx="9" fill={lit ? '#fff3cd' : '#dfe7e4'} />
      {!lit && <path d="m30 84 42-84h30L60 84Z" fill="#fff" opacity=".5" />}
      {Array.from({ length: Math.min(heads, HEADS) }, (_, seat) => {
        const cx = 24 + seat * 29 + (seat % 2) * 3;
        const cy = 56 + (seat % 3) * 4;
        return (
          <g key={cx} fill={frame} opacity={0.78 - (seat % 3) * 0.14}>
            <circle cx={cx} cy={cy} r="10" />
            <path d={`M${cx - 14} 84v-4c0-8 6-13 14-13s14 5 14 13v4Z`} />
          </g>
        );
      })}
      <path d="M82 0v84M0 30h164" stroke="#fff" strokeWidth="4" />
      <rect width="164" height="84" rx="9" fill="none" stroke="#fff" strokeWidth="6" />
    </g>
  );
}
