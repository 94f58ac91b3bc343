import { useTranslation } from 'react-i18next';
import morning from './morning.webp';
import css from './SignInPage.module.css';

/** A picture of our own classroom, taken in our own world: the 3D code itself is loaded when somebody goes in. */
export function Morning() {
  const { t } = useTranslation();
  return (
    <div className={css.view}>
      <img src={morning} alt={t('auth.scene')} width={1200} height={1250} />
    </div>
  );
}
