import {
  ActionIcon,
  Button,
  Group,
  Menu,
  Modal,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import {
  IconDots,
  IconFile,
  IconFilePlus,
  IconFolder,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { problemWithPath, treeOf } from '../files/paths';
import type { LocalWorkspace } from '../files/workspace';
import classes from './FileTree.module.css';

interface FileTreeProps {
  workspace: LocalWorkspace;
  files: ReadonlyMap<string, string>;
  current: string;
  onOpen: (path: string) => void;
}

type Asked = { kind: 'add' } | { kind: 'rename' | 'remove'; path: string };

export function FileTree({ workspace, files, current, onOpen }: FileTreeProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <nav className={classes.tree} aria-label="Files">
      <div className={classes.head}>
        <Text component="h3" size="xs" fw={600} c="dimmed">
          Files
        </Text>
        <Tooltip label="New file">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label="New file"
            onClick={() => setAsked({ kind: 'add' })}
          >
            <IconFilePlus size={16} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
      </div>
      <ul className={classes.rows}>
        {treeOf(files.keys()).map((row) => (
          <li
            key={row.path}
            className={classes.row}
            data-current={row.path === current || undefined}
            style={{ paddingLeft: 6 + row.depth * 14 }}
          >
            {row.kind === 'folder' ? (
              <span className={classes.name}>
                <IconFolder size={15} stroke={1.7} aria-hidden /> {row.name}
              </span>
            ) : (
              <>
                <button
                  type="button"
                  className={classes.name}
                  aria-current={row.path === current ? 'true' : undefined}
                  onClick={() => onOpen(row.path)}
                  title={row.path}
                >
                  <IconFile size={15} stroke={1.7} aria-hidden />
                  <span>{row.name}</span>
                </button>
                <FileMenu path={row.path} onAsk={setAsked} />
              </>
            )}
          </li>
        ))}
      </ul>
      {asked?.kind === 'remove' ? (
        <RemoveDialog
          path={asked.path}
          onClose={() => setAsked(null)}
          onRemove={() => workspace.remove(asked.path)}
        />
      ) : (
        asked && (
          <NameDialog
            from={asked.kind === 'rename' ? asked.path : ''}
            existing={files}
            onClose={() => setAsked(null)}
            onName={(name) => {
              if (asked.kind === 'rename') {
                workspace.rename(asked.path, name);
              } else {
                workspace.add(name);
              }
              onOpen(name);
            }}
          />
        )
      )}
    </nav>
  );
}

function FileMenu({ path, onAsk }: { path: string; onAsk: (asked: Asked) => void }) {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="xs"
          aria-label={`Rename or delete ${path}`}
          className={classes.menu}
        >
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={15} aria-hidden />}
          onClick={() => onAsk({ kind: 'rename', path })}
        >
          Rename
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={() => onAsk({ kind: 'remove', path })}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface NameDialogProps {
  from: string;
  existing: ReadonlyMap<string, string>;
  onClose: () => void;
  onName: (name: string) => void;
}

function NameDialog({ from, existing, onClose, onName }: NameDialogProps) {
  const [name, setName] = useState(from);
  const [tried, setTried] = useState(false);
  const others = [...existing.keys()].filter((path) => path !== from);
  const problem = name === from && from !== '' ? null : problemWithPath(name, others);
  return (
    <Modal opened onClose={onClose} title={from === '' ? 'New file' : `Rename ${from}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problem === null) {
            if (name !== from) {
              onName(name);
            }
            onClose();
          }
        }}
      >
        <Stack>
          <TextInput
            label="Name"
            description="With folders, for example links/Store.java"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={tried || name !== '' ? problem : null}
            data-autofocus
            spellCheck={false}
            autoComplete="off"
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">{from === '' ? 'Add' : 'Rename'}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function RemoveDialog({
  path,
  onClose,
  onRemove,
}: {
  path: string;
  onClose: () => void;
  onRemove: () => void;
}) {
  return (
    <Modal opened onClose={onClose} title={`Delete ${path}?`}>
      <Stack>
        <Text size="sm">The file is removed from your workspace. Earlier submissions keep it.</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button
            color="red"
            onClick={() => {
              onRemove();
              onClose();
            }}
          >
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
