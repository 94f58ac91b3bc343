import type { AvatarData } from '@/generated/schema';
import css from './Face.module.css';

const HAIR: Record<AvatarData['hair'], { back?: string; front?: string }> = {
  bald: {},
  buzz: { front: 'M13 25c0-11 8-15.5 15-15.5S43 14 43 25c-3-7-8-9.5-15-9.5S16 18 13 25Z' },
  short: { front: 'M12 27C10 13 18 8 28 8s18 5 16 19c-1.5-5-3-7-6-8.5-5 2-14 2-18-1-4 2-6.5 5-8 9.5Z' },
  bob: {
    back: 'M10 26C10 13 18 7.5 28 7.5S46 13 46 26v11c-3 2-6 2-8 0H18c-2 2-5 2-8 0Z',
    front: 'M13 26c1-11 8-14 15-14s14 3 15 14c-4-2-6-4.5-7-7-6 3-16 4-23 7Z',
  },
  long: {
    back: 'M9 26C9 12 18 7 28 7s19 5 19 19v22c-4 2-8 1-10-1H19c-2 2-6 3-10 1Z',
    front: 'M13 27c0-11 7-15 15-15s15 4 15 15c-5-2-8-6-9-10-4 5-13 7-21 10Z',
  },
  curly: {
    front:
      'M12 28a5 5 0 0 1-2.5-8 5.5 5.5 0 0 1 4-8 6 6 0 0 1 8-4.5 7 7 0 0 1 12 0 6 6 0 0 1 8.5 4.5 5.5 5.5 0 0 1 4 8A5 5 0 0 1 44 28c-1-5-3-8-6-9.5-5 1.5-14 1.5-20 0-3 1.5-5 4.5-6 9.5Z',
  },
  bun: {
    back: 'M28 2.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z',
    front: 'M12.5 27C11 14 19 9.5 28 9.5S45 14 43.5 27c-2-7-6-11-15.5-11s-13.5 4-15.5 11Z',
  },
  scarf: {
    back: 'M8 28C8 13 17 6.5 28 6.5S48 13 48 28c0 9-3 16-8 20H16c-5-4-8-11-8-20Z',
    front: 'M12 28c0-12 7-17 16-17s16 5 16 17c-2-7-6-11-16-11s-14 4-16 11Z',
  },
};

const BROWS: Record<AvatarData['expression'], string> = {
  smile: 'M20 24.5c1.3-1 3-1 4.3-.2M31.7 24.3c1.3-.8 3-.8 4.3.2',
  calm: 'M20 24.5h4.3M31.7 24.5H36',
  grin: 'M20 24c1.3-1.5 3-1.5 4.3-.5M31.7 23.5c1.3-1 3-1 4.3.5',
  curious: 'M20 24.8c1.3-.6 3-.6 4.3 0M31.7 22.8c1.3-1.6 3-1.6 4.3-.4',
};

const MOUTHS: Record<AvatarData['expression'], string> = {
  smile: 'M23.5 35c2.5 2.8 6.5 2.8 9 0',
  calm: 'M25 36h6',
  grin: 'M22.5 34.5h11c-.5 3.5-2.5 5-5.5 5s-5-1.5-5.5-5Z',
  curious: 'M26.5 36.5a1.8 1.8 0 1 1 3 0 1.8 1.8 0 0 1-3 0Z',
};

/** Somebody's face as it looks in the room, for lists and messages. It says nothing that the name beside it does not. */
export function Face({ look, size = 40 }: { look: AvatarData; size?: number }) {
  const hair = HAIR[look.hair];
  const wears = look.hair === 'scarf' ? look.outfitColour : look.hairColour;
  return (
    <svg className={css.face} width={size} height={size} viewBox="0 0 56 56" aria-hidden="true">
      <rect width="56" height="56" fill="var(--sky)" />
      {hair.back && <path d={hair.back} fill={wears} />}
      <path d="M8 60c0-11 8-15 20-15s20 4 20 15Z" fill={look.outfitColour} />
      <path d="M24 40h8v6a4 4 0 0 1-8 0Z" fill={look.skin} />
      <rect x="13" y="12" width="30" height="32" rx="14.5" fill={look.skin} />
      {hair.front && <path d={hair.front} fill={wears} />}
      <g stroke="#2b211b" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" fill="none">
        <path d={BROWS[look.expression]} />
        <path d={MOUTHS[look.expression]} fill={look.expression === 'grin' ? '#fff' : 'none'} />
      </g>
      <circle cx="22.5" cy="29" r="1.9" fill="#2b211b" />
      <circle cx="33.5" cy="29" r="1.9" fill="#2b211b" />
      <circle cx="19" cy="33.5" r="2.2" fill="#e2604a" opacity="0.22" />
      <circle cx="37" cy="33.5" r="2.2" fill="#e2604a" opacity="0.22" />
      <Extra accessory={look.accessory} />
    </svg>
  );
}

function Extra({ accessory }: { accessory: AvatarData['accessory'] }) {
  switch (accessory) {
    case 'glasses':
      return (
        <g fill="none" stroke="#2b211b" strokeWidth="1.5">
          <circle cx="22.5" cy="29" r="5" />
          <circle cx="33.5" cy="29" r="5" />
          <path d="M27.5 28.5h1M17.5 28l-4-1M38.5 28l4-1" />
        </g>
      );
    case 'headphones':
      return (
        <g>
          <path d="M11 29C10 14 18 6.5 28 6.5S46 14 45 29" fill="none" stroke="#2f3b3a" strokeWidth="3" />
          <rect x="8" y="25" width="7" height="12" rx="3.5" fill="#f4b63f" />
          <rect x="41" y="25" width="7" height="12" rx="3.5" fill="#f4b63f" />
        </g>
      );
    case 'cap':
      return (
        <path
          d="M12 21C12 11 19 7 28 7s16 4 16 13l7 2c1 1.5-.5 2.5-2 2.5-10-2.5-25-2.5-37-1Z"
          fill="#b1452c"
        />
      );
    case 'none':
      return null;
  }
}
