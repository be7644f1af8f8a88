import { Splitter } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Split.module.css';

interface SplitProps {
  /** what the line between the two resizes, for example "Resize the statement" */
  label: string;
  /** the share of the first part, in per cent */
  first: number;
  vertical?: boolean;
  children: [ReactNode, ReactNode];
}

/** Two parts with a line between them that the mouse drags and the arrow keys move. */
export function Split({ label, first, vertical = false, children }: SplitProps) {
  return (
    <Splitter
      orientation={vertical ? 'vertical' : 'horizontal'}
      lineSize={1}
      step={2}
      withHandle={false}
      classNames={{ root: classes.root, handle: classes.handle }}
      attributes={{ handle: { 'aria-label': label } }}
    >
      <Splitter.Pane defaultSize={first} min={15} className={classes.pane}>
        {children[0]}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={100 - first} min={15} className={classes.pane}>
        {children[1]}
      </Splitter.Pane>
    </Splitter>
  );
}
