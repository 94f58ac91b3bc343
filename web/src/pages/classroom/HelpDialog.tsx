import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import css from './HelpDialog.module.css';

const KEYS = [
  ['walk', ['W', 'A', 'S', 'D', '↑', '↓', '←', '→']],
  ['sit', ['X']],
  ['hand', ['H']],
  ['microphone', ['M']],
  ['reactions', ['R']],
  ['chat', ['Enter']],
  ['people', ['P']],
  ['quiz', ['Q']],
  ['lesson', ['L']],
  ['close', ['Esc']],
  ['this', ['?']],
] as const;

/** Every key of the classroom. */
export function HelpDialog({ teaches, onClose }: { teaches: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <dl className={css.keys}>
        {KEYS.map(([what, keys]) => (
          <Entry key={what} what={t(`help.${what}`)} keys={keys} />
        ))}
        {teaches && <Entry what={t('help.slides')} keys={['Page Up', 'Page Down']} />}
        <div>
          <dt>{t('help.look')}</dt>
          <dd>{t('help.drag')}</dd>
        </div>
      </dl>
    </Dialog>
  );
}

function Entry({ what, keys }: { what: string; keys: readonly string[] }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
