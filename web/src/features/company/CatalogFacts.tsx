import { Badge, Group, Text } from '@mantine/core';
import type { CatalogEntry } from '@/api/types';
import { environmentName } from '@/ui/environmentName';
import { duration, LEVEL_NAMES, TRACK_NAMES } from '@/ui/words';

/** What an entry of the catalog measures, at which level, and how long it takes. */
export function CatalogFacts({ entry }: { entry: CatalogEntry }) {
  const facts = [
    TRACK_NAMES[entry.track],
    LEVEL_NAMES[entry.level],
    duration(entry.minutes),
    ...(entry.environments.length > 0 ? [entry.environments.map(environmentName).join(', ')] : []),
  ];
  return (
    <>
      <Text size="xs" c="dimmed">
        {facts.join(' · ')}
      </Text>
      <Group gap={5} mt={6}>
        {entry.skills.map((skill) => (
          <Badge key={skill} size="sm" color="gray" fw={500}>
            {skill}
          </Badge>
        ))}
      </Group>
    </>
  );
}
