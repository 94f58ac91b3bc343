import { useTranslation } from 'react-i18next';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import { useLink } from './api';
import type { Family } from './kinds';
import css from './Viewer.module.css';

interface PlayedProps {
  materialId: string;
  title: string;
  family: Extract<Family, 'image' | 'sound' | 'video'>;
  version: number;
}

/** What the browser itself can show or play. */
export function Played({ materialId, title, family, version }: PlayedProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const link = useLink(materialId, version);
  if (link.isPending) return <Skeleton label={t('common.loading')} rows={2} />;
  if (!link.data) return <Notice>{sentence(asProblem(link.error))}</Notice>;
  const { url } = link.data;
  if (family === 'image') return <img className={css.picture} src={url} alt={title} />;
  // biome-ignore lint/a11y/useMediaCaption: what a teacher uploads has the captions that it has
  if (family === 'sound') return <audio className={css.sound} controls src={url} aria-label={title} />;
  // biome-ignore lint/a11y/useMediaCaption: as above
  return <video className={css.picture} controls playsInline src={url} aria-label={title} />;
}
