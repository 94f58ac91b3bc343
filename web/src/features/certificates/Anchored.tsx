import { useTranslation } from 'react-i18next';
import type { AnchorView, InclusionView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { Facts } from '@/ui/Facts';
import { Icon, type IconName } from '@/ui/Icon';
import css from './Anchored.module.css';
import { knownChain, leadsToRoot, OWN_CHAIN } from './anchor';

interface AnchoredProps {
  id: string;
  /** Of the document that was checked. */
  digest: string;
  inclusion: InclusionView;
  confirmed: AnchorView['confirmed'];
}

type Finding = 'confirmed' | 'ended' | 'silent' | 'astray';
const ICONS: Record<Finding, IconName> = {
  confirmed: 'check',
  ended: 'ban',
  silent: 'clock',
  astray: 'alert',
};

/** Where a certificate stands on a chain, whether its proof leads there, and what the chain says of it now. */
export function Anchored({ id, digest, inclusion, confirmed }: AnchoredProps) {
  const { t, i18n } = useTranslation();
  const finding = findingOf(leadsToRoot(digest, inclusion), confirmed);
  const moment = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' });
  const { chainId, transaction, block, contract, root, count, anchoredAt } = inclusion;
  const chain = knownChain(chainId);
  const name = chain ? `${chain.name} (${chainId})` : t(nameOf(chainId), { id: chainId });
  return (
    <>
      <p className={cx(css.finding, css[finding])} role="status">
        <Icon name={ICONS[finding]} />
        <span>{t(`verify.chain.findings.${finding}`)}</span>
      </p>
      <Facts
        rows={[
          [t('verify.chain.name'), name],
          [t('verify.chain.since'), moment.format(new Date(anchoredAt))],
          [t('verify.chain.block'), new Intl.NumberFormat(i18n.language).format(block)],
          [
            t('verify.chain.transaction'),
            chain ? <Outside href={`${chain.url}/tx/${transaction}`} text={transaction} /> : transaction,
          ],
          [
            t('verify.chain.contract'),
            chain ? <Outside href={`${chain.url}/address/${contract}`} text={contract} /> : contract,
          ],
          [t('verify.chain.root'), root],
          [t('verify.chain.batch'), t('verify.chain.together', { count })],
        ]}
      />
      <p>
        <a href={`/api/credentials/${id}/anchor`} download={`anchor-${id}.json`}>
          {t('verify.chain.proof')}
        </a>
      </p>
    </>
  );
}

function Outside({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}

function findingOf(leads: boolean, confirmed: boolean | null): Finding {
  if (!leads) return 'astray';
  if (confirmed === null) return 'silent';
  return confirmed ? 'confirmed' : 'ended';
}

const nameOf = (chainId: number) => (chainId === OWN_CHAIN ? 'verify.chain.own' : 'verify.chain.other');
