import { Badge, Group, Text, Title } from '@mantine/core';
import type { ItemDetail } from '@/api/types';
import { Markdown } from '@/ui/Markdown';
import { capitalized } from '@/ui/words';
import { withoutTitle } from './withoutTitle';
import classes from './Statement.module.css';

/** The task, and what is graded and within which limits. */
export function Statement({ detail }: { detail: ItemDetail }) {
  return (
    // A scrolling region must take the focus, so that the keyboard can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.statement} tabIndex={0} aria-label="The task">
      <Title order={2} className={classes.title}>
        {detail.title}
      </Title>
      {detail.categories && (
        <Group gap={6} mb="md">
          {detail.categories.map(({ category, share }) => (
            <Badge key={category} color="gray">
              {capitalized(category)} {share} %
            </Badge>
          ))}
        </Group>
      )}
      <Markdown trusted headingsFrom={2}>
        {withoutTitle(detail.statement ?? '')}
      </Markdown>
      {detail.limits && (
        <div className={classes.limits}>
          <Text component="h3" size="sm" fw={600}>
            Where it runs
          </Text>
          <Text size="sm" c="dimmed" mt={2}>
            Your service listens on port {detail.port ?? 8080} (also in the variable PORT), in a
            container without a network. It may take {detail.limits.buildSeconds} s to build,{' '}
            {detail.limits.readySeconds} s to answer, {detail.limits.examSeconds} s for all tests,{' '}
            {detail.limits.memoryMiB} MiB of memory and {detail.limits.processes} processes.
          </Text>
        </div>
      )}
    </section>
  );
}
