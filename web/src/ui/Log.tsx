import classes from './Log.module.css';

/** What a program printed: plain text, scrolls by itself, reachable by keyboard. */
export function Log({ label, text, empty }: { label: string; text: string; empty: string }) {
  if (text.trim() === '') {
    return <p className={classes.empty}>{empty}</p>;
  }
  return (
    // A scrolling region must take the focus, so that the keyboard can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={classes.log} role="region" tabIndex={0} aria-label={label}>
      {text}
    </pre>
  );
}
