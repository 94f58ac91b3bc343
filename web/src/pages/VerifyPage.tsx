import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Anchored } from '@/features/certificates/Anchored';
import { fetchAnchor } from '@/features/certificates/anchor';
import { Certificate } from '@/features/certificates/Certificate';
import { type Checked, checkCertificate } from '@/features/certificates/check';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { LanguageSwitch } from '@/ui/AppShell';
import { Brand } from '@/ui/Brand';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Empty, Skeleton } from '@/ui/Empty';
import { Facts } from '@/ui/Facts';
import { Icon } from '@/ui/Icon';
import css from './VerifyPage.module.css';

/** For everybody: whether a certificate is genuine and holds, and what it says. Nobody has to sign in. */
export default function VerifyPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['verify', id],
    queryFn: () => checkCertificate(id),
    refetchOnWindowFocus: false,
  });
  return (
    <div className={css.page}>
      <header className={css.top}>
        <Brand name={data?.said.issuer} />
        <LanguageSwitch />
      </header>
      <main className={css.main}>
        {error ? (
          <Empty art="unplugged" title={sentence(asProblem(error))}>
            {asProblem(error).passing && <Button onClick={() => refetch()}>{t('common.retry')}</Button>}
          </Empty>
        ) : data ? (
          <Outcome checked={data} id={id} />
        ) : (
          <Skeleton label={t('verify.checking')} />
        )}
      </main>
    </div>
  );
}

function Outcome({ checked, id }: { checked: Checked; id: string }) {
  const { t } = useTranslation();
  const { verdict, said, replacedBy } = checked;
  const good = verdict === 'valid';
  return (
    <>
      <section className={cx(css.verdict, good ? css.good : css.bad)} role="status">
        <Icon name={good ? 'check' : 'alert'} size={44} />
        <div>
          <h1>{t(`verify.verdicts.${verdict}.title`)}</h1>
          <p>{t(`verify.verdicts.${verdict}.why`, { issuer: said.issuer })}</p>
          {replacedBy && <a href={`/verify/${replacedBy}`}>{t('verify.newer')}</a>}
        </div>
      </section>
      <Certificate
        name={said.name}
        title={said.title}
        classroom={said.classroom}
        percent={Number(said.percent)}
        date={said.date}
        issuer={said.issuer}
        ended={!good}
      />
      <Evidence checked={checked} id={id} />
    </>
  );
}

/** How it was checked. Where it is anchored comes by itself: a chain that is slow keeps nobody from the rest. */
function Evidence({ checked, id }: { checked: Checked; id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['verify', id, 'anchor'],
    queryFn: () => fetchAnchor(id),
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.data?.anchored === 'waiting' ? 5_000 : false),
  });
  return (
    <>
      {data?.inclusion && (
        <section className={css.details}>
          <h2>{t('verify.chain.title')}</h2>
          <Anchored
            id={id}
            digest={checked.digest ?? data.digest}
            inclusion={data.inclusion}
            confirmed={data.confirmed}
          />
        </section>
      )}
      <Details checked={checked} id={id} anchored={data?.inclusion ? null : checked.anchored} />
    </>
  );
}

interface DetailsProps {
  checked: Checked;
  id: string;
  /** Null when it is told elsewhere. */
  anchored: Checked['anchored'] | null;
}

function Details({ checked, id, anchored }: DetailsProps) {
  const { t, i18n } = useTranslation();
  const { said, endedAt } = checked;
  const moment = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' });
  const rows: [string, string | null][] = [
    [t('verify.checkedBy'), t(`verify.by.${checked.by}`)],
    [t('verify.issuedAt'), said.date && moment.format(new Date(said.date))],
    [t('verify.endedAt'), endedAt && moment.format(new Date(endedAt))],
    [t('verify.issuer'), said.issuerId],
    [t('verify.key'), checked.keyId],
    [t('verify.digest'), checked.digest],
    [t('verify.anchor'), anchored && t(`verify.anchored.${anchored}`)],
  ];
  return (
    <section className={css.details}>
      <h2>{t('verify.details')}</h2>
      <Facts rows={rows} />
      <p>{t('verify.yourself')}</p>
      <p className={css.ways}>
        <a href={`/api/credentials/${id}`} download={`certificate-${id}.json`}>
          {t('verify.document')}
        </a>
        <a href="/verify/offline.html" download>
          {t('verify.offline')}
        </a>
        <a href="/.well-known/did.json" target="_blank" rel="noreferrer">
          {t('verify.keys')}
        </a>
      </p>
    </section>
  );
}
