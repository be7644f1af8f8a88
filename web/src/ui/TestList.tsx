import { Badge, Text } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled } from '@tabler/icons-react';
import type { TestStatus } from '@/api/types';
import { capitalized, count, STATUS_NAMES } from './words';
import classes from './TestList.module.css';

export interface ListedTest {
  name: string;
  title: string;
  category: string;
  /** Null while it has no result yet. */
  status: TestStatus | null;
  message?: string | null;
  /** Set where hidden and visible tests stand together. */
  visible?: boolean;
}

/** Tests by category, in the order in which they came. */
export function TestList({ tests }: { tests: readonly ListedTest[] }) {
  return (
    <div className={classes.list}>
      {byCategory(tests).map(([category, members]) => (
        <section key={category} aria-label={capitalized(category)}>
          <div className={classes.category}>
            <Text component="h3" size="sm" fw={600}>
              {capitalized(category)}
            </Text>
            <Text component="span" size="xs" c="dimmed" className="tabular">
              {members.filter(({ status }) => status === 'PASSED').length} of{' '}
              {count(members.length, 'test')} passed
            </Text>
          </div>
          <ul className={classes.tests}>
            {members.map((test) => (
              <Row key={test.name} test={test} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ test }: { test: ListedTest }) {
  const { status, message } = test;
  return (
    <li className={classes.test}>
      <StatusIcon status={status} />
      <div className={classes.words}>
        <div className={classes.title}>
          <Text component="span" size="sm">
            {test.title}
          </Text>
          {test.visible !== undefined && (
            <Badge size="xs" color={test.visible ? 'petrol' : 'gray'}>
              {test.visible ? 'visible' : 'hidden'}
            </Badge>
          )}
        </div>
        {message !== undefined && message !== null && message !== '' && (
          <pre className={classes.message}>{message}</pre>
        )}
      </div>
    </li>
  );
}

function StatusIcon({ status }: { status: TestStatus | null }) {
  const label = status === null ? 'Waiting' : STATUS_NAMES[status];
  const Icon =
    status === 'PASSED'
      ? IconCircleCheckFilled
      : status === 'FAILED'
        ? IconCircleXFilled
        : IconCircleDashed;
  return (
    <Icon
      size={18}
      role="img"
      aria-label={label}
      className={classes.icon}
      data-status={status ?? 'WAITING'}
    />
  );
}

function byCategory(tests: readonly ListedTest[]): [string, ListedTest[]][] {
  const groups = new Map<string, ListedTest[]>();
  for (const test of tests) {
    const group = groups.get(test.category);
    if (group === undefined) {
      groups.set(test.category, [test]);
    } else {
      group.push(test);
    }
  }
  return [...groups];
}
