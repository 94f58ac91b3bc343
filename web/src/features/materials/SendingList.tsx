import { useTranslation } from 'react-i18next';
import { useSentence } from '@/lib/useAction';
import { IconButton } from '@/ui/Button';
import css from './DropZone.module.css';
import { dismiss, useSending } from './upload';

/** Files on their way, and those that did not arrive with the reason. */
export function SendingList({ materialId = null }: { materialId?: string | null }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const list = useSending((state) => state.list).filter((one) => one.materialId === materialId);
  if (list.length === 0) return null;
  return (
    <ul className={css.sending} aria-label={t('materials.sending')}>
      {list.map(({ id, name, done, problem }) => (
        <li key={id} data-failed={problem !== null || undefined}>
          <span className={css.name}>{name}</span>
          {problem ? (
            <span role="alert" className={css.problem}>
              {sentence(problem)}
            </span>
          ) : (
            <progress value={done} max={1} aria-label={name} />
          )}
          <IconButton
            icon="close"
            label={t(problem ? 'materials.dismiss' : 'materials.stop', { name })}
            onClick={() => dismiss(id)}
          />
        </li>
      ))}
    </ul>
  );
}
