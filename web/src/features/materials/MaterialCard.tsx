import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaterialView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { familyOf, ICONS, type Standing, sizeText } from './kinds';
import css from './Materials.module.css';
import { momentText } from './moments';

interface MaterialCardProps {
  material: MaterialView;
  /** What it is to the students, where that is worth saying. */
  standing: Standing | null;
  onOpen: () => void;
  /** The buttons of whoever keeps it. */
  children?: ReactNode;
}

/** One material as it lies on the desk: how it looks, what it is, and the way into it. */
export function MaterialCard({ material, standing, onOpen, children }: MaterialCardProps) {
  const { t } = useTranslation();
  const facts = useFacts(material);
  return (
    <li className={cx(css.card, standing && standing !== 'out' && css.quiet)}>
      <button type="button" className={css.open} onClick={onOpen}>
        <Cover material={material} />
        <span className={css.words}>
          <b>{material.title}</b>
          <small>{facts.join(' · ')}</small>
          {standing && <StandingMark material={material} standing={standing} />}
          {material.current.reading === 'failed' && <small>{t('materials.unread')}</small>}
        </span>
      </button>
      {children}
    </li>
  );
}

export function Cover({ material }: { material: MaterialView }) {
  const family = familyOf(material.current.kind);
  return (
    <span className={css.cover} data-family={family} aria-hidden="true">
      {material.coverUrl && (family === 'image' || material.current.kind === 'pdf') ? (
        <img src={material.coverUrl} alt="" loading="lazy" />
      ) : (
        <Icon name={ICONS[family]} size={28} />
      )}
    </span>
  );
}

export function useFacts({ current }: MaterialView): string[] {
  const { t, i18n } = useTranslation();
  const facts = [t(`materials.kinds.${current.kind}`), sizeText(current.size, i18n.language)];
  if (current.pages > 0 && current.kind === 'pptx')
    facts.splice(1, 0, t('materials.slides', { count: current.pages }));
  if (current.pages > 0 && current.kind === 'pdf')
    facts.splice(1, 0, t('materials.pages', { count: current.pages }));
  if (current.reading === 'waiting') facts.push(t('materials.reading'));
  return facts;
}

function StandingMark({ material, standing }: { material: MaterialView; standing: Standing }) {
  const { t, i18n } = useTranslation();
  const moment =
    standing === 'later' && material.releaseAt ? momentText(material.releaseAt, i18n.language) : '';
  return (
    <span className={css.standing} data-standing={standing}>
      {t(`materials.standing.${standing}`, { moment })}
    </span>
  );
}
