import { Button, Tabs, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useDeferredValue, useState, useSyncExternalStore } from 'react';
import type { ItemDetail } from '@/api/types';
import { Markdown } from '@/ui/Markdown';
import { count } from '@/ui/words';
import type { OpenItem } from '../attempt/attempt';
import { Split } from '../attempt/Split';
import { CodeEditor } from '../coding/CodeEditor';
import { Conflict } from '../saving/Conflict';
import { Brief } from './Brief';
import { countWords } from './words';
import classes from './DesignItem.module.css';

type Section = NonNullable<ItemDetail['sections']>[number];

/** A design answer: the brief beside one section at a time, with its preview. */
export function DesignItem({ item }: { item: OpenItem }) {
  const { detail, workspace } = item;
  const files = useSyncExternalStore(workspace.subscribe, workspace.files);
  const sections = detail.sections ?? [];
  const [chosen, setChosen] = useState(sections[0]?.id ?? '');
  const index = sections.findIndex(({ id }) => id === chosen);
  const section = sections[index];
  const next = sections[index + 1];
  return (
    <Split label="Resize the brief" first={32}>
      <Brief detail={detail} />
      <div className={classes.work}>
        <Tabs
          value={chosen}
          onChange={(value) => value !== null && setChosen(value)}
          classNames={{ list: classes.tabs, tab: classes.tab }}
          variant="default"
        >
          <Tabs.List aria-label="Sections of your answer">
            {sections.map(({ id, title }, position) => {
              const words = countWords(files.get(fileOf(id)) ?? '');
              return (
                <Tabs.Tab key={id} value={id} aria-controls="design-section">
                  <span className={classes.tabTitle}>
                    {position + 1}. {title}
                  </span>
                  <span className={classes.words} data-empty={words === 0 || undefined}>
                    {words === 0 ? 'empty' : count(words, 'word')}
                  </span>
                </Tabs.Tab>
              );
            })}
          </Tabs.List>
        </Tabs>
        <Conflict item={item} />
        {section && (
          <div
            id="design-section"
            role="tabpanel"
            aria-label={section.title}
            className={classes.section}
          >
            <div className={classes.prompt}>
              <Text size="sm">{section.prompt}</Text>
              {next && (
                <Button
                  size="xs"
                  variant="subtle"
                  rightSection={<IconArrowRight size={15} aria-hidden />}
                  onClick={() => setChosen(next.id)}
                >
                  Next section
                </Button>
              )}
            </div>
            <Split label="Resize the preview" first={54}>
              <CodeEditor
                workspace={workspace}
                path={fileOf(section.id)}
                label={`${section.title}, Markdown. Escape, then Tab leaves the editor.`}
                wrap
              />
              <Preview section={section} text={files.get(fileOf(section.id)) ?? ''} />
            </Split>
          </div>
        )}
      </div>
    </Split>
  );
}

function Preview({ section, text }: { section: Section; text: string }) {
  const shown = useDeferredValue(text);
  return (
    <section
      className={classes.preview}
      aria-label={`Preview of ${section.title}`}
      // A scrolling region must take the focus, so that the keyboard can scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {shown.trim() === '' ? (
        <Text size="sm" c="dimmed">
          Your text appears here as the interviewers will see it. Markdown works: headings, lists,
          tables, code.
        </Text>
      ) : (
        <Markdown headingsFrom={4}>{shown}</Markdown>
      )}
    </section>
  );
}

export function fileOf(sectionId: string): string {
  return `${sectionId}.md`;
}
