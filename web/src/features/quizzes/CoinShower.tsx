import css from './Result.module.css';

const COINS = 14;

/** Tokens falling past the result once; nothing of it moves for people who asked for calm. */
export function CoinShower() {
  return (
    <span className={css.shower} aria-hidden="true">
      {Array.from({ length: COINS }, (_, coin) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: the coins are all alike and never move places
          key={coin}
          style={{ left: `${4 + ((coin * 37) % 92)}%`, animationDelay: `${(coin * 83) % 700}ms`, animationDuration: `${1100 + ((coin * 61) % 700)}ms` }}
        />
      ))}
    </span>
  );
}
