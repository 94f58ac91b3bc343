import { useTranslation } from 'react-i18next';
import { react } from '@/room/client';
import { ReactionArt } from '@/ui/ReactionArt';
import { REACTION_NAMES } from '@/ui/reactions';
import css from './Reactions.module.css';

/** Eight ways to say something without a word. */
export function ReactionBar() {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form, but a group of buttons
    <div role="group" aria-label={t('reactions.label')} className={css.bar}>
      {REACTION_NAMES.map((name) => (
        <button
          key={name}
          type="button"
          className={css.reaction}
          aria-label={t(`reactions.${name}`)}
          title={t(`reactions.${name}`)}
          onClick={() => react(name)}
        >
          <ReactionArt name={name} size={30} />
        </button>
      ))}
    </div>
  );
}
