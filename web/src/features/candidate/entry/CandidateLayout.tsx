import type { ReactNode } from 'react';
import { ColorSchemeToggle } from '@/ui/ColorSchemeToggle';
import { Wordmark } from '@/ui/Wordmark';
import classes from './CandidateLayout.module.css';

/** The pages before and after the attempt: the wordmark above one column. */
export function CandidateLayout({
  children,
  narrow = false,
}: {
  children: ReactNode;
  narrow?: boolean;
}) {
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Wordmark size={26} />
        <ColorSchemeToggle />
      </header>
      <main className={classes.main} data-narrow={narrow || undefined}>
        {children}
      </main>
    </div>
  );
}
