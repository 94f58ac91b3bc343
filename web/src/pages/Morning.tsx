import css from './SignInPage.module.css';

export function Morning() {
  return <div className={css.view} />;
}
