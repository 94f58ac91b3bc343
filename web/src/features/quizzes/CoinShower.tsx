import css from './ScoreCard.module.css';

const COINS = 14;

/** Tokens falling past the result once; people who asked for calm are spared them. */
export function CoinShower() {
  return (
    <span className={css.shower} aria-hidden="true">
      {Array.from({ length: COINS }, (_, coin) => (
        <i
          key={coin}
          style={{
            left: `${3 + ((coin * 37) % 92)}%`,
            animationDelay: `${300 + ((coin * 83) % 700)}ms`,
            animationDuration: `${1200 + ((coin * 61) % 700)}ms`,
          }}
        />
      ))}
    </span>
  );
}
