import type { ReactNode } from 'react';
import classes from './Disclosure.module.css';

export function Disclosure({
  title,
  open = false,
  children,
}: {
  title: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className={classes.disclosure}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
