import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OwnRewards } from '@/generated/schema';
import { api } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Skeleton } from '@/ui/Empty';
import { Notice } from '@/ui/Notice';
import css from './OwnTokens.module.css';

const WHILE_UNDER_WAY = 10_000;

/** How many tokens one has, and where they are. */
export function OwnTokens({ hasWallet }: { hasWallet: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data, error } = useQuery({
    queryKey: ['rewards', 'me', hasWallet],
    queryFn: () => api.get<OwnRewards>('/rewards/me'),
    refetchInterval: (query) => (isMoving(query.state.data, hasWallet) ? WHILE_UNDER_WAY : false),
  });
  if (error) return <Notice>{sentence(asProblem(error))}</Notice>;
  if (!data) return <Skeleton label={t('common.loading')} />;
  return (
    <>
      <p className={css.total}>{t('rewards.total', { count: data.tokens })}</p>
      {data.onChain && <Whereabouts onChain={data.onChain} hasWallet={hasWallet} />}
    </>
  );
}

function Whereabouts({
  onChain,
  hasWallet,
}: {
  onChain: NonNullable<OwnRewards['onChain']>;
  hasWallet: boolean;
}) {
  const { t } = useTranslation();
  const { minted, underWay, waiting, takenBack } = onChain;
  if (!hasWallet && minted + underWay === 0) return <p className={css.hint}>{t('rewards.noWallet')}</p>;
  return (
    <>
      <dl className={css.places}>
        <Place label={t('rewards.minted')} count={minted} />
        {underWay > 0 && <Place label={t('rewards.underWay')} count={underWay} />}
        {waiting > 0 && <Place label={t(hasWallet ? 'rewards.soon' : 'rewards.waiting')} count={waiting} />}
      </dl>
      {takenBack > 0 && <p className={css.hint}>{t('rewards.takenBack', { count: takenBack })}</p>}
    </>
  );
}

function Place({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count}</dd>
    </div>
  );
}

function isMoving(data: OwnRewards | undefined, hasWallet: boolean) {
  return Boolean(data?.onChain && (data.onChain.underWay > 0 || (hasWallet && data.onChain.waiting > 0)));
}
