import { Anchor, Table } from '@mantine/core';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import classes from './Markdown.module.css';

interface MarkdownProps {
  children: string;
  /**
   * Text that ships with the platform may link. Text that a candidate wrote may not: a link or a picture in it
   * could tell its author who reads it, so both are shown as words.
   */
  trusted?: boolean;
  /** The level of the text's first heading, so that it fits below the page's own. */
  headingsFrom?: 2 | 3 | 4;
}

export function Markdown({ children, trusted = false, headingsFrom = 3 }: MarkdownProps) {
  return (
    <div className={classes.markdown}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        components={{ ...headings(headingsFrom), ...shared, ...(trusted ? linking : inert) }}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}

const shared: Components = {
  table: ({ children }) => (
    <Table.ScrollContainer minWidth={300}>
      <Table withTableBorder withColumnBorders verticalSpacing="xs" w="auto">
        {children}
      </Table>
    </Table.ScrollContainer>
  ),
  thead: ({ children }) => <Table.Thead>{children}</Table.Thead>,
  tbody: ({ children }) => <Table.Tbody>{children}</Table.Tbody>,
  tr: ({ children }) => <Table.Tr>{children}</Table.Tr>,
  th: ({ children }) => <Table.Th>{children}</Table.Th>,
  td: ({ children }) => <Table.Td>{children}</Table.Td>,
  // A long line scrolls, and what scrolls must take the focus, so that the keyboard can scroll it.
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
};

const linking: Components = {
  a: ({ href, children }) => (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" inherit>
      {children}
    </Anchor>
  ),
};

const inert: Components = {
  a: ({ href, children }) => (
    <span>
      {children}
      {href !== undefined && href !== '' && <span className={classes.address}> ({href})</span>}
    </span>
  ),
  img: ({ src, alt }) => (
    <span className={classes.address}>
      [picture: {alt === undefined || alt === '' ? 'no description' : alt}
      {typeof src === 'string' && src !== '' ? `, ${src}` : ''}]
    </span>
  ),
};

/** Moves the text's headings down, so that a page keeps one outline. */
function headings(from: 2 | 3 | 4): Components {
  const tag = (level: number) => `h${Math.min(6, from + level - 1)}` as 'h2' | 'h3';
  const make = (level: number): Components['h1'] => {
    const Heading = tag(level);
    return ({ children }) => <Heading data-depth={level}>{children}</Heading>;
  };
  return { h1: make(1), h2: make(2), h3: make(3), h4: make(4), h5: make(5), h6: make(6) };
}
