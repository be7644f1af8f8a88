import { Table, Text } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react';
import type { Findings } from '@/api/types';
import { count } from '@/ui/words';
import classes from './ChallengesPage.module.css';

const KINDS = [
  { kind: 'starter', label: 'Starters', promise: 'build, and are not accepted' },
  { kind: 'solution', label: 'Solutions', promise: 'are accepted' },
  { kind: 'mutant', label: 'Mutants', promise: 'fail exactly the tests that they name' },
] as const;

/** What a check found: a row for each kind of source, and below it whatever is not as the package promises. */
export function FindingsTable({ findings }: { findings: Findings }) {
  const wrong = findings.sources.filter(({ passed }) => !passed);
  return (
    <div className={classes.findings}>
      <Table withTableBorder={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Source</Table.Th>
            <Table.Th>As promised</Table.Th>
            <Table.Th ta="right">Median time</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {KINDS.map(({ kind, label, promise }) => {
            const sources = findings.sources.filter((source) => source.kind === kind);
            const good = sources.filter(({ passed }) => passed).length;
            return (
              <Table.Tr key={kind}>
                <Table.Td>
                  <Text size="sm" fw={560}>
                    {label}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {promise}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Sign good={good === sources.length} /> {good} of {sources.length}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {median(sources.map(({ millis }) => millis))}
                </Table.Td>
              </Table.Tr>
            );
          })}
          <Table.Tr>
            <Table.Td>
              <Text size="sm" fw={560}>
                Tests
              </Text>
              <Text size="xs" c="dimmed">
                a mutant fails each hidden one
              </Text>
            </Table.Td>
            <Table.Td>
              <Sign good={findings.problems.length === 0} /> {findings.hiddenTests} of{' '}
              {count(findings.tests, 'test')} hidden
            </Table.Td>
            <Table.Td ta="right" className="tabular">
              {count(findings.judgements, 'judgement')}, {Math.round(findings.millis / 1000)} s
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {!findings.passed && (
        <ul className={classes.problems} aria-label="What is not as promised">
          {findings.problems.map((problem) => (
            <li key={problem}>
              <pre className={classes.finding}>{problem}</pre>
            </li>
          ))}
          {wrong.map(({ kind, name, problems }) => (
            <li key={`${kind}/${name}`}>
              <span className={classes.place}>
                {kind} {name}
              </span>
              {problems.map((problem) => (
                <pre key={problem} className={classes.finding}>
                  {problem}
                </pre>
              ))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Sign and word: the colour alone never tells. */
function Sign({ good }: { good: boolean }) {
  const Icon = good ? IconCircleCheckFilled : IconCircleXFilled;
  return (
    <Icon
      size={16}
      role="img"
      aria-label={good ? 'Good' : 'Not good'}
      style={{
        verticalAlign: -3,
        color: good
          ? 'light-dark(var(--mantine-color-green-8), var(--mantine-color-green-5))'
          : 'light-dark(var(--mantine-color-red-8), var(--mantine-color-red-4))',
      }}
    />
  );
}

function median(millis: number[]): string {
  const middle = [...millis].sort((one, other) => one - other)[Math.floor(millis.length / 2)];
  return middle === undefined ? '–' : `${(middle / 1000).toFixed(1)} s`;
}
