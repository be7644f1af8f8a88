import { Table, Text, Title } from '@mantine/core';
import type { RefObject } from 'react';
import type { ReviewPage } from '@/api/types';
import { Markdown } from '@/ui/Markdown';
import classes from './ReviewPage.module.css';
import { PaneTabs } from './ReviewFrame';

interface AnswerPaneProps {
  page: ReviewPage;
  answerRef?: RefObject<HTMLDivElement | null> | undefined;
}

export function AnswerPane({ page, answerRef }: AnswerPaneProps) {
  return (
    <PaneTabs
      label="Answer and task"
      tabs={[
        { value: 'answer', label: 'Answer', content: <Answer page={page} answerRef={answerRef} /> },
        { value: 'task', label: 'Task', content: <Task page={page} /> },
      ]}
    />
  );
}

function Answer({ page, answerRef }: AnswerPaneProps) {
  return (
    <div ref={answerRef}>
      {page.sections.map(({ id, title, prompt, text }) => (
        <section key={id} className={classes.section} aria-label={title} data-section={title}>
          <Title order={2}>{title}</Title>
          <details className={classes.prompt}>
            <summary>What was asked</summary>
            <Markdown trusted>{prompt}</Markdown>
          </details>
          {text.trim() === '' ? (
            <Text size="sm" c="dimmed" fs="italic">
              Left empty.
            </Text>
          ) : (
            <div data-answer>
              <Markdown headingsFrom={3}>{text}</Markdown>
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

function Task({ page }: { page: ReviewPage }) {
  return (
    <>
      <Markdown trusted headingsFrom={2}>
        {page.brief}
      </Markdown>
      <Title order={2} size="h3" mt="xl" mb="xs">
        Given numbers
      </Title>
      <Table withTableBorder>
        <Table.Tbody>
          {page.givens.map(({ name, value }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="34%" style={{ whiteSpace: 'normal', verticalAlign: 'top' }}>
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
