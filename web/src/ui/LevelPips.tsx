import { range } from '@mantine/hooks';
import classes from './LevelPips.module.css';

/** A level of a rubric as five marks and a number. */
export function LevelPips({ level }: { level: number | null }) {
  return (
    <span className={classes.pips}>
      <span aria-hidden className={classes.marks}>
        {range(1, 5).map((mark) => (
          <span key={mark} data-on={level !== null && mark <= level} />
        ))}
      </span>
      <span className="tabular">{level === null ? 'No level' : `${level} of 5`}</span>
    </span>
  );
}
