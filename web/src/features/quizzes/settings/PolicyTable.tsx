import { useTranslation } from 'react-i18next';
import type { ReviewPolicy } from '@/generated/schema';
import { Button } from '@/ui/Button';
import { ASPECTS, newPolicy, PHASES, withAspect } from '../draft';
import css from './Settings.module.css';

/** What students see of an attempt, and when. Without the answers only the score can stand alone. */
export function PolicyTable({
  policy,
  onChange,
}: {
  policy: ReviewPolicy;
  onChange: (policy: ReviewPolicy) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className={css.scroll}>
        <table className={css.policy}>
          <thead>
            <tr>
              <td />
              {PHASES.map((phase) => (
                <th key={phase} scope="col">
                  {t(`settings.phases.${phase}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ASPECTS.map((aspect) => (
              <tr key={aspect}>
                <th scope="row">{t(`settings.aspects.${aspect}`)}</th>
                {PHASES.map((phase) => {
                  const on = policy[phase].includes(aspect);
                  const mute =
                    aspect !== 'answers' && aspect !== 'marks' && !policy[phase].includes('answers');
                  return (
                    <td key={phase}>
                      <input
                        type="checkbox"
                        aria-label={`${t(`settings.aspects.${aspect}`)}: ${t(`settings.phases.${phase}`)}`}
                        checked={on && !mute}
                        disabled={mute}
                        onChange={() => onChange(withAspect(policy, phase, aspect, !on))}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={css.hint}>{t('settings.reviewHint')}</p>
      <Button tone="plain" size="s" onClick={() => onChange(newPolicy())}>
        {t('settings.reviewReset')}
      </Button>
    </>
  );
}
