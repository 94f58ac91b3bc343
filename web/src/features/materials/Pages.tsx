import { useTranslation } from 'react-i18next';
import type { MaterialPageView, VersionView } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Skeleton } from '@/ui/Empty';
import { Markdown } from '@/ui/Markdown';
import { Notice } from '@/ui/Notice';
import { usePages } from './api';
import { familyOf } from './kinds';
import css from './Viewer.module.css';

/** Pages as pictures where they have a look, as words where they have none. */
export function Pages({ materialId, version }: { materialId: string; version: VersionView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const pages = usePages(materialId, version.number);
  if (pages.isPending) return <Skeleton label={t('common.loading')} rows={3} />;
  if (!pages.data) return <Notice>{sentence(asProblem(pages.error))}</Notice>;
  if (pages.data.length === 0) return <p className={css.aside}>{t('materials.blank')}</p>;
  const numbered = familyOf(version.kind) === 'pages';
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long row of pages is scrolled with the keyboard too */}
      <ol className={css.pages} tabIndex={0} aria-label={t('materials.allPages')}>
        {pages.data.map((page) => (
          <li key={page.number}>
            {page.pictureUrl ? <Look page={page} url={page.pictureUrl} /> : <Words page={page} />}
            {numbered && (
              <small>{t('materials.pageOf', { number: page.number, count: version.pages })}</small>
            )}
          </li>
        ))}
      </ol>
      {numbered && version.pages > pages.data.length && (
        <p className={css.aside}>{t('materials.morePages', { count: version.pages - pages.data.length })}</p>
      )}
    </>
  );
}

function Look({ page, url }: { page: MaterialPageView; url: string }) {
  return (
    <img
      className={css.look}
      src={url}
      alt={page.text}
      width={page.width}
      height={page.height}
      loading="lazy"
    />
  );
}

const Words = ({ page }: { page: MaterialPageView }) => (
  <article className={css.paper}>
    {page.heading && <h3>{page.heading}</h3>}
    {page.text && <Markdown text={page.text} />}
  </article>
);
