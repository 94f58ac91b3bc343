import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import css from './Certificate.module.css';

interface CertificateProps {
  name: string;
  title: string;
  classroom?: string;
  /** 0 to 100. */
  percent: number;
  date: string;
  issuer?: string;
  /** It is no longer in force. */
  ended?: boolean;
}

/** A certificate as it hangs on a wall: a sheet on birch, with the sun coming up over the hills. */
export function Certificate({ name, title, classroom, percent, date, issuer, ended }: CertificateProps) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' });
  const when = new Date(date);
  return (
    <article className={cx(css.frame, ended && css.ended)}>
      <div className={css.sheet}>
        <svg
          className={css.hills}
          viewBox="0 0 400 150"
          preserveAspectRatio="xMaxYMax slice"
          aria-hidden="true"
        >
          <circle cx="330" cy="98" r="92" fill="var(--sun-wash)" />
          <circle cx="336" cy="108" r="54" fill="var(--sun)" />
          <ellipse cx="330" cy="168" rx="210" ry="62" fill="var(--spruce-wash)" />
          <ellipse cx="400" cy="176" rx="200" ry="48" fill="var(--spruce)" opacity="0.42" />
        </svg>
        {issuer && <p className={css.issuer}>{issuer}</p>}
        <p className={css.kind}>{t('certificates.one')}</p>
        <h3 className={css.name} dir="auto">
          {name}
        </h3>
        <p>{t('certificates.hasPassed')}</p>
        <p className={css.title} dir="auto">
          {title}
        </p>
        {classroom && <p dir="auto">{classroom}</p>}
        <p className={css.facts}>
          <b>{percent} %</b>
          {Number.isNaN(when.getTime()) ? '' : day.format(when)}
        </p>
      </div>
    </article>
  );
}
