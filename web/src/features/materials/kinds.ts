import type { MaterialView, VersionView } from '@/generated/schema';
import type { IconName } from '@/ui/Icon';

export type Kind = VersionView['kind'];
export type Family = 'image' | 'sound' | 'video' | 'pages' | 'text' | 'model';

const FAMILIES: Record<Kind, Family> = {
  pdf: 'pages',
  pptx: 'pages',
  docx: 'text',
  markdown: 'text',
  png: 'image',
  jpeg: 'image',
  webp: 'image',
  gif: 'image',
  mp3: 'sound',
  ogg: 'sound',
  m4a: 'sound',
  wav: 'sound',
  mp4: 'video',
  webm: 'video',
  glb: 'model',
};

export const familyOf = (kind: Kind): Family => FAMILIES[kind];

export const ICONS: Record<Family, IconName> = {
  image: 'picture',
  sound: 'sound',
  video: 'film',
  pages: 'page',
  text: 'page',
  model: 'cube',
};

/** What a file dialog offers first; the server looks into the file and decides. */
export const ACCEPT =
  '.pdf,.docx,.pptx,.md,.markdown,.txt,.png,.jpg,.jpeg,.webp,.gif,.mp3,.ogg,.oga,.m4a,.wav,.mp4,.webm,.glb';

/** Whether there is something in it that can stand on the board. */
export const canBeShown = ({ archived, current }: MaterialView): boolean =>
  !archived && current.reading === 'done' && ['image', 'pages', 'text'].includes(familyOf(current.kind));

export type Standing = 'archived' | 'hidden' | 'later' | 'out';

/** What a material is to the students at a moment. */
export function standingOf({ archived, releaseAt }: MaterialView, now: number): Standing {
  if (archived) return 'archived';
  if (releaseAt === null) return 'hidden';
  return Date.parse(releaseAt) > now ? 'later' : 'out';
}

/** A size as people say it, in the reader's way of writing numbers. */
export function sizeText(bytes: number, language: string): string {
  const [unit, divisor] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const value = Math.max(bytes / divisor, 0.1);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
