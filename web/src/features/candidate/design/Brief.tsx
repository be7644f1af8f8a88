import { Table, Text, Title } from '@mantine/core';
import type { ItemDetail } from '@/api/types';
import { Markdown } from '@/ui/Markdown';
import { withoutTitle } from '../coding/withoutTitle';
import classes from './Brief.module.css';

/** What is asked, the given numbers, and what the interviewers will look at. */
export function Brief({ detail }: { detail: ItemDetail }) {
  const { title, brief, givens, criteria } = detail;
  const weights = (criteria ?? []).reduce((sum, { weight }) => sum + weight, 0);
  return (
    // A scrolling region must take the focus, so that the keyboard can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.brief} tabIndex={0} aria-label="The brief">
      <Title order={2} className={classes.title}>
        {title}
      </Title>
      <Markdown trusted headingsFrom={2}>
        {withoutTitle(brief ?? '')}
      </Markdown>
      {givens && givens.length > 0 && (
        <>
          <Title order={3} className={classes.heading}>
            Given
          </Title>
          <Table verticalSpacing={6} horizontalSpacing={0} className={classes.givens}>
            <Table.Tbody>
              {givens.map(({ name, value }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" fw={400}>
                    {name}
                  </Table.Th>
                  <Table.Td className="tabular" fw={560}>
                    {value}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
      {criteria && criteria.length > 0 && (
        <>
          <Title order={3} className={classes.heading}>
            What it is graded by
          </Title>
          <ul className={classes.criteria}>
            {criteria.map(({ title: name, question, weight }) => (
              <li key={name}>
                <Text component="span" size="sm" fw={560}>
                  {name}
                </Text>
                <Text component="span" size="xs" c="dimmed" className="tabular">
                  {Math.round((weight / weights) * 100)} %
                </Text>
                <Text size="sm" c="dimmed">
                  {question}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
