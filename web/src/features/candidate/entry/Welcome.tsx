import { Button, Group, List, Modal, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  IconArrowRight,
  IconClockHour4,
  IconCode,
  IconDeviceFloppy,
  IconPlayerPlay,
  IconShieldCheck,
  IconSitemap,
  IconSend,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Attempt, AttemptItem } from '@/api/types';
import { environmentName } from '@/ui/environmentName';
import { ProblemAlert } from '@/ui/ErrorState';
import { count, duration } from '@/ui/words';
import { ATTEMPT, startAttempt } from '../attempt/attempt';
import classes from './Welcome.module.css';

export function Welcome({ attempt }: { attempt: Attempt }) {
  return (
    <div className={classes.columns}>
      <section>
        <Text size="sm" c="dimmed">
          {attempt.organizationName} invites you, {attempt.candidateName}
        </Text>
        <Title order={1} className={classes.title}>
          {attempt.assessmentTitle}
        </Title>
        <Text mt="xs">
          {count(attempt.items.length, 'task')} · {duration(attempt.minutes)} in all. Reading this
          page starts nothing.
        </Text>

        <Title order={2} mt={32} mb="sm" size="h3">
          What awaits you
        </Title>
        <ol className={classes.items}>
          {attempt.items.map((item) => (
            <Item key={item.itemId} item={item} />
          ))}
        </ol>

        <Title order={2} mt={32} mb="sm" size="h3">
          How it works
        </Title>
        <ul className={classes.rules}>
          <Rule
            icon={<IconClockHour4 size={19} />}
            title={`${duration(attempt.minutes)}, on the server's clock`}
          >
            It starts when you press Start and cannot be paused. When it ends, your work is handed
            in automatically as it stands.
          </Rule>
          <Rule icon={<IconDeviceFloppy size={19} />} title="Saved as you type">
            Every change is confirmed by the server. You can reload, close the tab or come back
            after a crash with the same link; the clock runs on.
          </Rule>
          <Rule icon={<IconPlayerPlay size={19} />} title="Run as often as you like">
            Runs use the visible tests, show you everything and count for nothing.
          </Rule>
          <Rule icon={<IconSend size={19} />} title="The last submission counts">
            A submission is judged by all tests, the hidden ones too. Submit as often as you like;
            only the last one counts.
          </Rule>
          <Rule icon={<IconShieldCheck size={19} />} title="Our faults are ours">
            When our side fails, the judging is repeated by itself. It never counts against you.
          </Rule>
        </ul>
      </section>
      <Start attempt={attempt} />
    </div>
  );
}

function Item({ item }: { item: AttemptItem }) {
  const coding = item.kind === 'CHALLENGE';
  const Icon = coding ? IconCode : IconSitemap;
  return (
    <li className={classes.item}>
      <ThemeIcon size={38} radius="md" variant="light" aria-hidden>
        <Icon size={20} stroke={1.7} />
      </ThemeIcon>
      <div>
        <Text fw={600}>{item.title}</Text>
        <Text size="sm" c="dimmed">
          {coding ? 'Write a backend service' : 'Design a system in words'} · about{' '}
          {duration(item.minutes)}
        </Text>
        <Text size="sm" mt={6}>
          {coding
            ? `In ${listed(item.environments.map(environmentName))}, as you choose. Graded by automatic tests of what the service does; some are visible, some hidden.`
            : 'In sections, as Markdown. Graded by interviewers with a rubric, who do not see your name. You see the criteria beside your answer.'}
        </Text>
      </div>
    </li>
  );
}

function Rule({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li>
      <span className={classes.ruleIcon} aria-hidden>
        {icon}
      </span>
      <div>
        <Text fw={560} size="sm">
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </div>
    </li>
  );
}

function Start({ attempt }: { attempt: Attempt }) {
  const [asking, { open, close }] = useDisclosure(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: startAttempt,
    onSuccess: (started) => {
      client.setQueryData(ATTEMPT, started);
      void navigate('/attempt', { replace: true });
    },
  });
  return (
    <aside className={classes.aside}>
      <Paper p="lg" radius="lg" shadow="sm">
        <Text size="sm" c="dimmed">
          You have
        </Text>
        <Text fz={32} fw={650} lh={1.2} className="tabular">
          {duration(attempt.minutes)}
        </Text>
        <List size="sm" mt="md" spacing={6} c="dimmed">
          <List.Item>Find a quiet place and a stable connection.</List.Item>
          <List.Item>Use a computer with a keyboard.</List.Item>
          <List.Item>Keep your link: it brings you back.</List.Item>
        </List>
        <Button
          fullWidth
          size="md"
          mt="lg"
          onClick={open}
          rightSection={<IconArrowRight size={18} aria-hidden />}
        >
          Start
        </Button>
      </Paper>
      <Modal opened={asking} onClose={close} title="Start now?">
        <Stack>
          <Text size="sm">
            The clock starts at once and runs for {duration(attempt.minutes)} without a pause, also
            while the page is closed.
          </Text>
          <ProblemAlert error={start.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Not yet
            </Button>
            <Button loading={start.isPending} onClick={() => start.mutate()} data-autofocus>
              Start the clock
            </Button>
          </Group>
        </Stack>
      </Modal>
    </aside>
  );
}

function listed(words: string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
}
