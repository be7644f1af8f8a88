import { Button, Kbd, Select, Tooltip } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlayerPlay, IconSend } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { environmentName } from '@/ui/environmentName';
import { chooseEnvironment, type OpenItem } from '../attempt/attempt';
import { Failure } from '../attempt/Failure';
import { Split } from '../attempt/Split';
import { useJudging } from '../judging/useJudging';
import { Conflict } from '../saving/Conflict';
import { CodeEditor } from './CodeEditor';
import { FileTree } from './FileTree';
import { mainFileOf } from './mainFile';
import { ResultPanel, type Panel } from './ResultPanel';
import { Statement } from './Statement';
import classes from './CodingItem.module.css';

interface CodingItemProps {
  attemptId: string;
  item: OpenItem;
  /** false while another item or a dialog has the keyboard */
  shown: boolean;
}

export function CodingItem({ attemptId, item, shown }: CodingItemProps) {
  const { detail, workspace } = item;
  const client = useQueryClient();
  const files = useSyncExternalStore(workspace.subscribe, workspace.files);
  const [chosen, setChosen] = useState(() => mainFileOf(files.keys()));
  const path = files.has(chosen) ? chosen : mainFileOf(files.keys());
  const [panel, setPanel] = useState<Panel>('run');
  const run = useJudging(item, 'VISIBLE');
  const submission = useJudging(item, 'ALL');
  const environment = useMutation({
    mutationFn: (next: string) => chooseEnvironment(client, attemptId, item, next),
  });

  const startRun = () => {
    setPanel('run');
    if (run.progress === null && !run.starting) {
      run.start();
    }
  };
  const startSubmission = () => {
    setPanel('submission');
    if (submission.progress === null && !submission.starting) {
      submission.start();
    }
  };
  useShortcuts(shown, startRun, startSubmission);

  return (
    <Split label="Resize the statement" first={36}>
      <Statement detail={detail} />
      <div className={classes.work}>
        <div className={classes.toolbar}>
          <Select
            size="xs"
            w={132}
            aria-label="Environment"
            data={detail.environments.map((value) => ({ value, label: environmentName(value) }))}
            value={workspace.environment}
            allowDeselect={false}
            disabled={environment.isPending}
            onChange={(next) => next !== null && environment.mutate(next)}
          />
          <span className={classes.path} title={path}>
            {path}
          </span>
          <Tooltip
            position="bottom-end"
            label={<Shortcut keys={['Ctrl', 'Enter']} text="Visible tests; counts for nothing" />}
          >
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlayerPlay size={15} aria-hidden />}
              loading={run.starting || run.progress !== null}
              onClick={startRun}
              aria-keyshortcuts="Control+Enter"
            >
              Run
            </Button>
          </Tooltip>
          <Tooltip
            position="bottom-end"
            label={
              <Shortcut keys={['Ctrl', 'Shift', 'Enter']} text="All tests; the last one counts" />
            }
          >
            <Button
              size="xs"
              leftSection={<IconSend size={15} aria-hidden />}
              loading={submission.starting || submission.progress !== null}
              onClick={startSubmission}
              aria-keyshortcuts="Control+Shift+Enter"
            >
              Submit
            </Button>
          </Tooltip>
        </div>
        <Failure error={environment.error} />
        <Conflict item={item} />
        <Split vertical label="Resize the results" first={60}>
          <div className={classes.editing}>
            <FileTree workspace={workspace} files={files} current={path} onOpen={setChosen} />
            <CodeEditor
              workspace={workspace}
              path={path}
              label={`${path}, code. Escape, then Tab leaves the editor.`}
              onRun={startRun}
              onSubmit={startSubmission}
            />
          </div>
          <ResultPanel
            item={item}
            run={run}
            submission={submission}
            panel={panel}
            onPanel={setPanel}
          />
        </Split>
      </div>
    </Split>
  );
}

function Shortcut({ keys, text }: { keys: string[]; text: string }) {
  return (
    <>
      {text}{' '}
      {keys.map((key) => (
        <Kbd key={key} size="xs" ml={3}>
          {key}
        </Kbd>
      ))}
    </>
  );
}

/** The editor handles its own keys first; these are for the rest of the page. */
function useShortcuts(active: boolean, run: () => void, submit: () => void): void {
  useEffect(() => {
    if (!active) {
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) {
        return;
      }
      event.preventDefault();
      if (event.shiftKey) {
        submit();
      } else {
        run();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
