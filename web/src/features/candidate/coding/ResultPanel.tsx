import { Tabs } from '@mantine/core';
import { IconHistory, IconListCheck, IconSend } from '@tabler/icons-react';
import type { OpenItem } from '../attempt/attempt';
import { Failure } from '../attempt/Failure';
import type { Judging } from '../judging/useJudging';
import { History } from './History';
import { JudgementView } from './JudgementView';
import { ProgressView } from './ProgressView';
import classes from './ResultPanel.module.css';

export type Panel = 'run' | 'submission' | 'history';

interface ResultPanelProps {
  item: OpenItem;
  run: Judging;
  submission: Judging;
  panel: Panel;
  onPanel: (panel: Panel) => void;
}

export function ResultPanel({ item, run, submission, panel, onPanel }: ResultPanelProps) {
  return (
    <Tabs
      value={panel}
      onChange={(next) => onPanel(next as Panel)}
      className={classes.panel}
      classNames={{ list: classes.list, tab: classes.tab, panel: classes.body }}
    >
      <Tabs.List aria-label="Results">
        <Tabs.Tab value="run" leftSection={<IconListCheck size={15} aria-hidden />}>
          Run
        </Tabs.Tab>
        <Tabs.Tab value="submission" leftSection={<IconSend size={15} aria-hidden />}>
          Submission
        </Tabs.Tab>
        <Tabs.Tab value="history" leftSection={<IconHistory size={15} aria-hidden />}>
          History
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="run" tabIndex={0}>
        <Outcome
          judging={run}
          none="Run tries your service with the visible tests and shows what each one says. It counts for nothing."
        />
      </Tabs.Panel>
      <Tabs.Panel value="submission" tabIndex={0}>
        <Outcome
          judging={submission}
          none="Submit has your service judged by all tests, the hidden ones too. You see the totals; the last submission counts."
        />
      </Tabs.Panel>
      <Tabs.Panel value="history" tabIndex={0}>
        <History itemId={item.detail.itemId} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Outcome({ judging, none }: { judging: Judging; none: string }) {
  const { latest, progress, connected, error, starting } = judging;
  return (
    <>
      {!starting && <Failure error={error} />}
      {progress ? (
        <ProgressView progress={progress} connected={connected} />
      ) : latest?.judgement ? (
        <JudgementView submission={latest} judgement={latest.judgement} />
      ) : (
        <p className={classes.none}>{none}</p>
      )}
    </>
  );
}
