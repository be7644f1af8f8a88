import { Button, Group, SegmentedControl, Skeleton, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CatalogEntry, Kind } from '@/api/types';
import { ErrorState } from '@/ui/ErrorState';
import { KIND_NAMES } from '@/ui/words';
import { catalogQuery } from './api';
import { CatalogFacts } from './CatalogFacts';
import { keyOf, matching } from './draft';
import { KindBadge } from './KindBadge';
import classes from './NewAssessmentPage.module.css';

interface CatalogPickerProps {
  picked: readonly CatalogEntry[];
  onPick: (entry: CatalogEntry) => void;
}

export function CatalogPicker({ picked, onPick }: CatalogPickerProps) {
  const catalog = useQuery(catalogQuery);
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<Kind | 'ALL'>('ALL');
  const chosen = new Set(picked.map(keyOf));
  const shown = matching(catalog.data?.items ?? [], typed).filter(
    (entry) => kind === 'ALL' || entry.kind === kind,
  );

  return (
    <aside className={`panel ${classes.catalog ?? ''}`} aria-labelledby="catalog">
      <Title order={2} id="catalog">
        Catalog
      </Title>
      <TextInput
        aria-label="Search the catalog"
        placeholder="Search by title or skill"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // Enter would send the form around it.
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
          }
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label="Sort of task"
        value={kind}
        onChange={setKind}
        data={[
          { value: 'ALL', label: 'All' },
          { value: 'CHALLENGE', label: KIND_NAMES.CHALLENGE },
          { value: 'EXERCISE', label: KIND_NAMES.EXERCISE },
        ]}
      />
      {catalog.isError ? (
        <ErrorState error={catalog.error} onRetry={() => void catalog.refetch()} />
      ) : catalog.isPending ? (
        <div aria-busy="true">
          <Skeleton height={96} mb={8} />
          <Skeleton height={96} />
        </div>
      ) : shown.length === 0 ? (
        <Text size="sm" c="dimmed" ta="center" py="lg" role="status">
          Nothing in the catalog fits.
        </Text>
      ) : (
        <ul className={classes.entries}>
          {shown.map((entry) => (
            <li key={keyOf(entry)} className={classes.entry}>
              <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
                <div>
                  <Text size="sm" fw={560}>
                    {entry.title}
                  </Text>
                  <Group gap={6} my={4}>
                    <KindBadge kind={entry.kind} />
                  </Group>
                </div>
                <AddButton
                  title={entry.title}
                  added={chosen.has(keyOf(entry))}
                  onAdd={() => onPick(entry)}
                />
              </Group>
              <CatalogFacts entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

function AddButton({ title, added, onAdd }: { title: string; added: boolean; onAdd: () => void }) {
  return (
    <Button
      size="compact-sm"
      w={82}
      flex="none"
      variant={added ? 'subtle' : 'light'}
      disabled={added}
      onClick={onAdd}
      aria-label={added ? `${title} is added` : `Add ${title}`}
      leftSection={added ? <IconCheck size={14} aria-hidden /> : <IconPlus size={14} aria-hidden />}
    >
      {added ? 'Added' : 'Add'}
    </Button>
  );
}
