import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import { CodeView } from '@/ui/code/CodeView';
import { fetchItem, type OpenItem } from '../attempt/attempt';
import { Failure } from '../attempt/Failure';
import { NotSaved } from './outbox';
import classes from './Conflict.module.css';

interface Sides {
  path: string;
  revision: number;
  mine: string | null;
  theirs: string | null;
}

/** A file changed in another tab since this one last saved it: both texts, and the choice. Nothing is overwritten unasked. */
export function Conflict({ item }: { item: OpenItem }) {
  const { workspace, detail } = item;
  const state = useSyncExternalStore(workspace.outbox.subscribe, workspace.outbox.state);
  const [sides, setSides] = useState<Sides | null>(null);
  const compare = useMutation({
    mutationFn: async (path: string): Promise<Sides> => {
      const theirs = (await fetchItem(detail.itemId)).workspace;
      if (theirs.environment !== workspace.environment) {
        throw new NotSaved(
          'The environment was changed in another tab. Reload this page to go on there; your text is kept until you come back to this one.',
        );
      }
      return {
        path,
        revision: theirs.revision,
        mine: workspace.files().get(path) ?? null,
        theirs: theirs.files.find((file) => file.path === path)?.text ?? null,
      };
    },
    onSuccess: setSides,
  });
  const path = state.kind === 'conflict' ? state.paths[0] : undefined;
  if (path === undefined) {
    return null;
  }
  return (
    <>
      <Alert
        color="red"
        role="alert"
        radius={0}
        p="xs"
        icon={<IconAlertTriangle size={17} aria-hidden />}
      >
        <Group justify="space-between" gap="xs">
          <Text size="sm">
            <strong>{path}</strong> was changed in another tab. Your text here is not saved until
            you choose.
          </Text>
          <Button
            size="xs"
            color="red"
            loading={compare.isPending}
            onClick={() => compare.mutate(path)}
          >
            Compare and choose
          </Button>
        </Group>
      </Alert>
      <Failure error={compare.error} />
      <Modal
        opened={sides?.path === path}
        onClose={() => setSides(null)}
        size="90%"
        title={`Which text of ${path} shall stay?`}
      >
        {sides && (
          <Stack>
            <div className={classes.sides}>
              <Side title="Mine, in this tab" path={path} text={sides.mine} />
              <Side
                title={`Theirs, saved as revision ${sides.revision}`}
                path={path}
                text={sides.theirs}
              />
            </div>
            <Group justify="flex-end" gap="xs">
              <Button
                variant="default"
                onClick={() => {
                  workspace.takeTheirs(path, sides.theirs, sides.revision);
                  setSides(null);
                }}
              >
                Take theirs
              </Button>
              <Button
                onClick={() => {
                  workspace.keepMine(path, sides.revision);
                  setSides(null);
                }}
              >
                Keep mine
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}

function Side({ title, path, text }: { title: string; path: string; text: string | null }) {
  return (
    <section className={classes.side} aria-label={title}>
      <Text size="sm" fw={600} p="xs">
        {title}
      </Text>
      {text === null ? (
        <Text size="sm" c="dimmed" p="xs">
          The file is deleted here.
        </Text>
      ) : (
        <CodeView path={path} text={text} />
      )}
    </section>
  );
}
