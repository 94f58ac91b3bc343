import { useTranslation } from 'react-i18next';
import type { Errors } from '@/questions/useFlaws';
import type { Draft } from '../draft';
import { GradingGroup } from './GradingGroup';
import { LookGroup } from './LookGroup';
import { PolicyTable } from './PolicyTable';
import css from './Settings.module.css';
import { TimeGroup } from './TimeGroup';
import { useSummaries } from './useSummaries';

export interface GroupProps {
  draft: Draft;
  errors: Errors;
  /** Students are at it: what it is worth stays as it is. */
  open?: boolean | undefined;
  hadPassword?: boolean | undefined;
  onChange: (patch: Partial<Draft>) => void;
}

/** Everything about a quiz but its title and questions, in groups that say in a line how they are set. */
export function Settings(props: GroupProps) {
  const { t } = useTranslation();
  const says = useSummaries(props.draft);
  const groups = [
    { name: 'time', content: <TimeGroup {...props} /> },
    { name: 'grading', content: <GradingGroup {...props} /> },
    { name: 'look', content: <LookGroup {...props} /> },
    {
      name: 'review',
      content: <PolicyTable policy={props.draft.review} onChange={(review) => props.onChange({ review })} />,
    },
  ] as const;
  return (
    <div className={css.groups}>
      {groups.map(({ name, content }) => (
        <details key={name} className={css.group}>
          <summary>
            <b>{t(`settings.${name}`)}</b>
            <span>{says[name]}</span>
          </summary>
          <div className={css.fields}>{content}</div>
        </details>
      ))}
    </div>
  );
}
