import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { messageOf } from '@/api/problem';
import type { OwnChallenge } from '@/api/types';
import { environmentName } from '@/ui/environmentName';
import { ProblemAlert } from '@/ui/ErrorState';
import { TimeAgo } from '@/ui/TimeAgo';
import { duration, LEVEL_NAMES } from '@/ui/words';
import { useBeginRegrade } from './regrades';
import { useDownload } from './uploads';

type Version = OwnChallenge['versions'][number];

/** Every version of every own challenge; the newest of each is what new assessments get. */
export function OwnChallengesTable({ challenges }: { challenges: OwnChallenge[] }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Challenge</Table.Th>
          <Table.Th>Version</Table.Th>
          <Table.Th>Published</Table.Th>
          <Table.Th w={220} aria-label="Actions" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {challenges.flatMap(({ id, versions }) =>
          versions.map((version, index) => (
            <VersionRow
              key={version.version}
              challengeId={id}
              version={version}
              latest={index === 0}
              older={versions.length > 1}
            />
          )),
        )}
      </Table.Tbody>
    </Table>
  );
}

function VersionRow({
  challengeId,
  version,
  latest,
  older,
}: {
  challengeId: string;
  version: Version;
  latest: boolean;
  /** Whether there are older versions, with which attempts may have begun. */
  older: boolean;
}) {
  const download = useDownload();
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={latest ? 560 : 400} c={latest ? undefined : 'dimmed'}>
          {version.title}
        </Text>
        <Text size="xs" c="dimmed">
          <span className="mono">{challengeId}</span> · {LEVEL_NAMES[version.level]} ·{' '}
          {duration(version.minutes)} · {version.environments.map(environmentName).join(', ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          <Text size="sm" className="tabular">
            {version.number}
          </Text>
          {latest && <Badge color="petrol">In the catalog</Badge>}
        </Group>
        <Text size="xs" c="dimmed" className="mono" title={version.version}>
          {version.version.slice(0, 12)}
        </Text>
      </Table.Td>
      <Table.Td>
        <TimeAgo at={version.publishedAt} />
        <Text size="xs" c="dimmed">
          {version.publishedBy}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {latest && older && <BeginRegrade challengeId={challengeId} title={version.title} />}
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={`Download version ${version.number} of ${version.title}`}
          onClick={() =>
            download.mutate({ uploadId: version.uploadId, name: `${challengeId}.zip` })
          }
        >
          Download
        </Anchor>
        <ProblemAlert error={download.error} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Leads to the preview of who would be regraded to what. */
function BeginRegrade({ challengeId, title }: { challengeId: string; title: string }) {
  const begin = useBeginRegrade();
  const navigate = useNavigate();
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        mr="sm"
        loading={begin.isPending}
        aria-label={`Regrade attempts with older versions of ${title}`}
        onClick={() =>
          begin.mutate(challengeId, {
            onSuccess: ({ regrade }) => void navigate(`/regrades/${regrade.id}`),
          })
        }
      >
        Regrade…
      </Button>
      {begin.isError && (
        <Text size="xs" c="dimmed" role="alert" my={4}>
          {messageOf(begin.error)}
        </Text>
      )}
    </>
  );
}
