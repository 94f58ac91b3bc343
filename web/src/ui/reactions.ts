import type { Reaction } from '@/room/words';

/** One stroke or patch of a picture, on a grid of 32. `flip` stands it on its head. */
interface Stroke {
  d: string;
  fill?: string;
  stroke?: string;
  width?: number;
  flip?: boolean;
}

const SUN = '#f4b63f';
const INK = '#33290f';
const CLAY = '#c7472f';
const SPRUCE = '#1f5a4c';
const SKY = '#5f9fb8';
const PAPER = '#fdfbf6';

const face: Stroke = { d: 'M16 3a13 13 0 1 0 0 26 13 13 0 0 0 0-26Z', fill: SUN };
const line = (d: string, width = 2): Stroke => ({ d, stroke: INK, width });
const dot = (x: number, y: number, r: number, fill = INK): Stroke => ({
  d: `M${x - r} ${y}a${r} ${r} 0 1 0 ${r * 2} 0 ${r} ${r} 0 1 0 ${-r * 2} 0Z`,
  fill,
});

const thumb = (flip: boolean): Stroke[] => [
  {
    d: 'M10.5 14 15 4.6c2.6-.3 4.4 1.6 3.9 4.3L18.3 12h6.2a2.8 2.8 0 0 1 2.7 3.6l-2.3 8.2a3.2 3.2 0 0 1-3.1 2.4H10.5Z',
    fill: SUN,
    stroke: INK,
    width: 1.6,
    flip,
  },
  { d: 'M4 13.2h5.4v13.6H4Z', fill: SPRUCE, stroke: INK, width: 1.6, flip },
  { ...line('M21.5 16.4h4.8M20.8 20.6h4.6', 1.5), flip },
];

/** Eight reactions, drawn by us: not every machine has the same emoji, and some have none. */
export const REACTIONS: Record<Reaction, readonly Stroke[]> = {
  'thumbs-up': thumb(false),
  'thumbs-down': thumb(true),
  clap: [
    {
      d: 'M17.6 12.2 22 8.9c1.6-1.1 3.2.7 2 2.2l3 .2c1.8.2 2 2.4.3 2.9l-1 .3c1.4.6 1.2 2.5-.3 2.8-1.2 5.4-3.6 8.6-8.4 9.4Z',
      fill: '#d99a25',
      stroke: INK,
      width: 1.6,
    },
    {
      d: 'M6 18.8 3.9 14c-.7-1.8 1.7-2.9 2.6-1.2l1.7 3-2.6-6c-.8-1.9 1.8-3 2.7-1.1l2.7 5.7-2.2-6.6c-.7-2 2-2.9 2.7-1l2.6 6.3-.8-4.4c-.4-2 2.2-2.5 2.8-.6l2.7 9c1.6 5.3-1 9.3-5 10.2-4 .9-6.9-2-9.1-8.5Z',
      fill: SUN,
      stroke: INK,
      width: 1.6,
    },
    line('M18.5 5.6 19.6 3M22.6 5.9l2-2M25.4 8.2l2.6-1', 1.9),
  ],
  heart: [
    {
      d: 'M16 27.6S3.6 20 3.6 11.6C3.6 7.6 6.5 5 9.9 5c2.6 0 4.9 1.6 6.1 4 1.2-2.4 3.5-4 6.1-4 3.4 0 6.3 2.6 6.3 6.6 0 8.4-12.4 16-12.4 16Z',
      fill: CLAY,
    },
    { d: 'M8 11.5c.2-1.6 1.2-2.7 2.6-2.9', stroke: PAPER, width: 2 },
  ],
  laugh: [
    face,
    line('M8 13.4c1-1.8 3.4-1.8 4.4 0M19.6 13.4c1-1.8 3.4-1.8 4.4 0'),
    { d: 'M8.6 17.2h14.8c0 5-3 7.8-7.4 7.8s-7.4-2.8-7.4-7.8Z', fill: INK },
    { d: 'M9.6 17.2h12.8l-.4 2.4H10Z', fill: PAPER },
    { d: 'M11.6 23.4c2.4-1.8 6.4-1.8 8.8 0-1.2 1-2.7 1.6-4.4 1.6s-3.2-.6-4.4-1.6Z', fill: CLAY },
    { d: 'M6.4 15.4c-2.2 1.4-3.4 3.6-2.2 4.8s3.4-.4 3.6-3Z', fill: SKY },
    { d: 'M25.6 15.4c2.2 1.4 3.4 3.6 2.2 4.8s-3.4-.4-3.6-3Z', fill: SKY },
  ],
  wow: [
    face,
    dot(11, 13.6, 2.1),
    dot(21, 13.6, 2.1),
    line('M8 9.2c1.2-1.5 3-1.9 4.4-1.2M24 9.2c-1.2-1.5-3-1.9-4.4-1.2', 1.8),
    { d: 'M12.6 21.6a3.4 4 0 1 1 6.8 0 3.4 4 0 0 1-6.8 0Z', fill: INK },
  ],
  think: [
    face,
    dot(11.8, 13, 1.8),
    dot(20.6, 13, 1.8),
    line('M8.6 9.8h5M18.4 8.4c1.6-1 3.4-.9 4.6.3', 1.8),
    line('M12.6 20.4c2.4-1.2 5-1.3 7.2-.4'),
    {
      d: 'M6 30c-.6-3.4.6-5.4 3.4-6l7.2-1.6c2-.4 2.6 2 .7 2.6l-3 1c1.8 2-.6 4.8-3.3 5.2Z',
      fill: '#d99a25',
      stroke: INK,
      width: 1.5,
    },
  ],
  party: [
    { d: 'M3.4 28.6 10.6 11l10.6 10.2Z', fill: SUN, stroke: INK, width: 1.6 },
    { d: 'M8.4 16.4 15 23.8M6 22.4l4 4', stroke: CLAY, width: 2.2 },
    {
      d: 'M14.6 10.4c2.4-1.4 2.8-4 .8-6.6M22.4 17.6c1.6-2.2 4.2-2.4 6.4-.6M18 14c2.2-2.6 3.6-3.4 6.2-3.4',
      stroke: SPRUCE,
      width: 2.2,
    },
    dot(22.6, 5.4, 1.8, CLAY),
    dot(27.4, 10.6, 1.5, SKY),
    dot(26.2, 23.6, 1.7, SUN),
    dot(9.2, 5.6, 1.5, SKY),
    dot(19.4, 8.6, 1.2, SUN),
  ],
};

export const REACTION_NAMES = Object.keys(REACTIONS) as Reaction[];
/** What flips a picture on its grid. */
export const FLIP = [1, 0, 0, -1, 0, 32] as const;
