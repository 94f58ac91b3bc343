import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/Notice';
import { dropAddress, newAddress, useCalendar } from './api';
import css from './Schedule.module.css';

/** One's own calendar address. The server tells it once, so it is shown where it is made. */
export function Subscribe({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const { data } = useCalendar();
  const [address, setAddress] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: ['calendar'] });
  const make = useAction(async () => {
    setAddress(window.location.origin + (await newAddress()).path);
    setCopied(false);
    await refresh();
  });
  const drop = useAction(async () => {
    await dropAddress();
    setAddress(null);
    await refresh();
  });
  const problem = make.problem ?? drop.problem;
  return (
    <Dialog title={t('schedule.subscribe.title')} onClose={onClose}>
      <div className={css.form}>
        <p>{t('schedule.subscribe.lead')}</p>
        {address ? (
          <>
            <output className={css.address}>{address}</output>
            <p className={css.small}>{t('schedule.subscribe.once')}</p>
          </>
        ) : (
          data?.active && <p className={css.small}>{t('schedule.subscribe.active')}</p>
        )}
        {problem && <Notice>{sentence(problem)}</Notice>}
        <div className={css.buttons}>
          {address && navigator.clipboard && (
            <Button
              icon="copy"
              onClick={() => navigator.clipboard.writeText(address).then(() => setCopied(true))}
            >
              {t(copied ? 'schedule.subscribe.copied' : 'schedule.subscribe.copy')}
            </Button>
          )}
          <Button tone={address ? 'paper' : 'spruce'} busy={make.busy} onClick={() => void make.run()}>
            {t(data?.active ? 'schedule.subscribe.renew' : 'schedule.subscribe.make')}
          </Button>
          {data?.active && (
            <Button tone="plain" busy={drop.busy} onClick={() => void drop.run()}>
              {t('schedule.subscribe.drop')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
