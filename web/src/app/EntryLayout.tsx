import type { ReactNode } from 'react';
import { ColorSchemeToggle } from '@/ui/ColorSchemeToggle';
import { Wordmark } from '@/ui/Wordmark';
import classes from './EntryLayout.module.css';

/** A page without the shell: the wordmark above one card. */
export function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Wordmark size={28} />
        <ColorSchemeToggle />
      </header>
      <main className={classes.main}>
        <div className={classes.card}>{children}</div>
      </main>
    </div>
  );
}
