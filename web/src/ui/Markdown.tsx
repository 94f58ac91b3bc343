import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, type Inline, type Item, parseBlocks, parseInline } from '@/lib/markdown';
import { cx } from './cx';
import { Formula } from './Formula';
import css from './Markdown.module.css';

/** What stands in a gap; where nobody fills gaps, their braces are words like others. */
type FillGap = (id: string) => ReactNode;
const Filling = createContext<FillGap>((id) => `{{${id}}}`);

interface MarkdownProps {
  text: string;
  gap?: FillGap;
  /** On paper rather than on the board: code lies on plaster. */
  onPaper?: boolean;
}

/** Markdown as elements. Words go into text nodes, and links to the web and to mail only. */
export function Markdown({ text, gap, onPaper }: MarkdownProps) {
  const words = (
    <div className={cx(css.words, onPaper && css.paper)}>
      {parseBlocks(text).map((block, i) => (
        <Part key={i} block={block} />
      ))}
    </div>
  );
  return gap ? <Filling value={gap}>{words}</Filling> : words;
}

/** One phrase of Markdown: for what stands in a line or on a label. */
export function MarkdownLine({ text }: { text: string }) {
  return (
    <span className={css.line}>
      <Words of={parseInline(text)} />
    </span>
  );
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h4>
          <Words of={block.children} />
        </h4>
      ) : (
        <h5>
          <Words of={block.children} />
        </h5>
      );
    case 'paragraph':
      return (
        <p>
          <Words of={block.children} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Words of={block.children} />
        </blockquote>
      );
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard too
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list':
      return block.ordered ? (
        <ol>
          <Items of={block.items} />
        </ol>
      ) : (
        <ul>
          <Items of={block.items} />
        </ul>
      );
  }
}

const Items = ({ of }: { of: Item[] }) =>
  of.map((item, i) => (
    <li key={i} className={cx(item.depth > 0 && css.under)}>
      <Words of={item.children} />
    </li>
  ));

const Words = ({ of }: { of: Inline[] }) => of.map((part, i) => <Phrase key={i} part={part} />);

function Phrase({ part }: { part: Inline }) {
  const { t } = useTranslation();
  const fill = useContext(Filling);
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code>{part.text}</code>;
    case 'math':
      return <Formula tex={part.tex} display={part.display} />;
    case 'image':
      return <img className={css.picture} src={part.src} alt={part.alt} loading="lazy" />;
    case 'gap':
      return fill(part.id);
    case 'strong':
      return (
        <strong>
          <Words of={part.children} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Words of={part.children} />
        </em>
      );
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noreferrer noopener">
          <Words of={part.children} />
          <span className="visually-hidden"> ({t('slides.link')})</span>
        </a>
      );
  }
}
