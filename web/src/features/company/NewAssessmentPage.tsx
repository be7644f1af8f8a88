import {
  ActionIcon,
  Anchor,
  Button,
  Group,
  Input,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { fieldErrors } from '@/api/problem';
import type { CatalogEntry, Level } from '@/api/types';
import { ProblemAlert } from '@/ui/ErrorState';
import { PageHeader } from '@/ui/PageHeader';
import { count, duration, LEVEL_NAMES } from '@/ui/words';
import { useCreateAssessment } from './api';
import { CatalogFacts } from './CatalogFacts';
import { CatalogPicker } from './CatalogPicker';
import { keyOf, LEAST_MINUTES, MOST_MINUTES, moved, sumOfMinutes, timeLimit } from './draft';
import { KindBadge } from './KindBadge';
import classes from './NewAssessmentPage.module.css';

const FIELDS = ['title', 'role', 'level', 'minutes', 'items'] as const;
type Field = (typeof FIELDS)[number];

export function NewAssessmentPage() {
  const navigate = useNavigate();
  const create = useCreateAssessment();
  const [title, setTitle] = useState('');
  const [role, setRole] = useState('');
  const [level, setLevel] = useState<Level>('MID');
  const [minutes, setMinutes] = useState<number | null>(null);
  const [picked, setPicked] = useState<CatalogEntry[]>([]);
  const [missing, setMissing] = useState<Partial<Record<Field, string>>>({});
  const [announced, setAnnounced] = useState('');

  const limit = timeLimit(minutes, picked);
  const sum = sumOfMinutes(picked);
  const errors: Partial<Record<string, string>> = { ...fieldErrors(create.error), ...missing };

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const found: Partial<Record<Field, string>> = {
      ...(title.trim() === '' && { title: 'Give it a title that you will find again' }),
      ...(role.trim() === '' && { role: 'Say which role it is for' }),
      ...(picked.length === 0 && { items: 'Pick at least one task from the catalog' }),
      ...((limit < LEAST_MINUTES || limit > MOST_MINUTES) && {
        minutes: `Between ${LEAST_MINUTES} and ${MOST_MINUTES} minutes`,
      }),
    };
    setMissing(found);
    const first = FIELDS.find((field) => found[field] !== undefined);
    if (first !== undefined) {
      document.getElementById(`assessment-${first}`)?.focus();
      return;
    }
    create.mutate(
      {
        title: title.trim(),
        role: role.trim(),
        level,
        minutes: limit,
        items: picked.map(({ kind, id }) => ({ kind, id })),
      },
      { onSuccess: ({ id }) => void navigate(`/assessments/${id}`) },
    );
  }

  function move(index: number, step: number) {
    const entry = picked[index];
    setPicked(moved(picked, index, step));
    setAnnounced(`${entry?.title ?? ''} is now number ${index + step + 1} of ${picked.length}`);
  }

  return (
    <>
      <PageHeader title="New assessment" back={{ to: '/assessments', label: 'Assessments' }} />
      <form onSubmit={submit} noValidate className={classes.page}>
        <Stack gap="lg">
          <ProblemAlert error={create.error} shownFields={FIELDS} />
          <section className={`panel ${classes.section ?? ''}`} aria-labelledby="about">
            <Title order={2} id="about">
              About
            </Title>
            <TextInput
              id="assessment-title"
              label="Title"
              description="Candidates see it."
              placeholder="Backend engineer, first round"
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              error={errors.title}
            />
            <Group align="flex-start" grow>
              <TextInput
                id="assessment-role"
                label="Role"
                placeholder="Backend engineer"
                value={role}
                onChange={(event) => setRole(event.currentTarget.value)}
                error={errors.role}
              />
              <Input.Wrapper label="Level" labelElement="div">
                <SegmentedControl
                  fullWidth
                  aria-label="Level"
                  value={level}
                  onChange={setLevel}
                  data={Object.entries(LEVEL_NAMES).map(([value, label]) => ({
                    value: value as Level,
                    label,
                  }))}
                />
              </Input.Wrapper>
            </Group>
          </section>

          <section className={`panel ${classes.section ?? ''}`} aria-labelledby="tasks">
            <Group justify="space-between">
              <Title order={2} id="tasks">
                Tasks, in this order
              </Title>
              <Text size="sm" c="dimmed" className="tabular">
                {count(picked.length, 'task')} · {duration(sum)}
              </Text>
            </Group>
            <div id="assessment-items" tabIndex={-1} className={classes.picked}>
              {picked.length === 0 ? (
                <Text
                  size="sm"
                  className={classes.none}
                  data-error={errors.items !== undefined}
                  role={errors.items === undefined ? undefined : 'alert'}
                >
                  {errors.items ?? 'Add tasks from the catalog beside this list.'}
                </Text>
              ) : (
                <ol className={classes.list}>
                  {picked.map((entry, index) => (
                    <li key={keyOf(entry)} className={classes.item}>
                      <div className={classes.words}>
                        <Group gap="xs">
                          <Text fw={560}>{entry.title}</Text>
                          <KindBadge kind={entry.kind} />
                        </Group>
                        <CatalogFacts entry={entry} />
                      </div>
                      <Group gap={2} wrap="nowrap">
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={`Move ${entry.title} up`}
                          disabled={index === 0}
                          onClick={() => move(index, -1)}
                        >
                          <IconArrowUp size={16} />
                        </ActionIcon>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={`Move ${entry.title} down`}
                          disabled={index === picked.length - 1}
                          onClick={() => move(index, 1)}
                        >
                          <IconArrowDown size={16} />
                        </ActionIcon>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={`Remove ${entry.title}`}
                          onClick={() =>
                            setPicked(picked.filter((other) => keyOf(other) !== keyOf(entry)))
                          }
                        >
                          <IconX size={16} />
                        </ActionIcon>
                      </Group>
                    </li>
                  ))}
                </ol>
              )}
            </div>
            <VisuallyHidden role="status">{announced}</VisuallyHidden>
          </section>

          <section className={`panel ${classes.section ?? ''}`} aria-labelledby="time">
            <Title order={2} id="time">
              Time limit
            </Title>
            <Group align="flex-start" gap="lg">
              <NumberInput
                id="assessment-minutes"
                aria-label="Time limit in minutes"
                w={150}
                suffix=" min"
                min={LEAST_MINUTES}
                max={MOST_MINUTES}
                step={5}
                allowDecimal={false}
                value={minutes === null && picked.length === 0 ? '' : limit}
                onChange={(value) => setMinutes(typeof value === 'number' ? value : null)}
                error={errors.minutes}
              />
              <Text size="sm" c="dimmed" flex={1} pt={8}>
                {minutes === null || minutes === sum ? (
                  'The sum of the tasks. One clock runs for all of them.'
                ) : (
                  <>
                    The tasks ask for {duration(sum)}.{' '}
                    <Anchor component="button" type="button" onClick={() => setMinutes(null)}>
                      Use the sum
                    </Anchor>
                  </>
                )}
              </Text>
            </Group>
          </section>

          <Group justify="flex-end">
            <Button component={Link} to="/assessments" variant="default">
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending}>
              Create the assessment
            </Button>
          </Group>
        </Stack>
        <CatalogPicker
          picked={picked}
          onPick={(entry) => {
            setPicked([...picked, entry]);
            setMissing({});
            setAnnounced(`${entry.title} is added`);
          }}
        />
      </form>
    </>
  );
}
