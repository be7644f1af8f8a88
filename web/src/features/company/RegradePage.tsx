import { Badge, Group, Progress, Table, Text } from '@mantine/core';
import { useNavigate, useParams } from 'react-router';
import type { RegradedSubmission, RegradePreview, RegradeSummary } from '@/api/types';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorState } from '@/ui/ErrorState';
import { PageLoading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';
import { Score } from '@/ui/Score';
import { VerdictBadge } from '@/ui/VerdictBadge';
import { count } from '@/ui/words';
import { REGRADE_STATES } from './RegradesTable';
import { CandidateLink } from './CandidateLink';
import { useDiscardRegrade, useRegrade, useRegradeStep } from './regrades';

/** Who would be regraded to what; applies it, and takes it back. */
export function RegradePage() {
  const { id = '' } = useParams();
  const preview = useRegrade(id);
  if (preview.data === undefined) {
    return preview.isError ? (
      <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
    ) : (
      <PageLoading />
    );
  }
  return <Shown preview={preview.data} />;
}

function Shown({ preview: { regrade, submissions } }: { preview: RegradePreview }) {
  const { label, color } = REGRADE_STATES[regrade.state];
  const changed = submissions.filter(changes).length;
  return (
    <>
      <PageHeader
        title={`Regrade: ${regrade.title}`}
        back={{ to: '/challenges', label: 'Challenges' }}
        description={
          <Group gap="xs">
            <span>
              To version <span className="mono">{regrade.toVersion.slice(0, 12)}</span>
            </span>
            <Badge color={color}>{label}</Badge>
          </Group>
        }
        actions={<Actions regrade={regrade} changed={changed} />}
      />
      {regrade.state === 'JUDGING' ? (
        <div className="panel" style={{ padding: '16px 20px', marginBottom: 16 }}>
          <Group justify="space-between" mb={6}>
            <Text size="sm" role="status">
              The submissions are judged against the new version. Nothing changes for anybody.
            </Text>
            <Text size="sm" c="dimmed" className="tabular">
              {regrade.judged} of {regrade.submissions}
            </Text>
          </Group>
          <Progress
            value={(regrade.judged / regrade.submissions) * 100}
            aria-label="Submissions judged"
          />
        </div>
      ) : (
        <Text size="sm" c="dimmed" mb="md" role="status">
          {changed === 0
            ? 'No result differs.'
            : `${changed} of ${count(submissions.length, 'result')} ${changed === 1 ? 'differs' : 'differ'}.`}{' '}
          {regrade.state === 'APPLIED'
            ? 'The new results count.'
            : regrade.state === 'READY'
              ? 'Nothing has changed for anybody: the results from before count until you apply it.'
              : 'The results from before count.'}
        </Text>
      )}
      <div className="panel clipped">
        <Submissions submissions={submissions} />
      </div>
    </>
  );
}

function Actions({ regrade, changed }: { regrade: RegradeSummary; changed: number }) {
  const apply = useRegradeStep(regrade.id, 'apply');
  const undo = useRegradeStep(regrade.id, 'undo');
  const discard = useDiscardRegrade(regrade.id);
  const navigate = useNavigate();
  const { state } = regrade;
  return (
    <>
      {(state === 'READY' || state === 'JUDGING') && (
        <ConfirmButton
          variant="subtle"
          color="red"
          title="Discard this preview?"
          question="The results stay as they are. You can make another preview later."
          confirm="Discard"
          onConfirm={async () => {
            await discard.mutateAsync();
            await navigate('/challenges');
          }}
          pending={discard.isPending}
          error={discard.error}
        >
          Discard
        </ConfirmButton>
      )}
      {(state === 'READY' || state === 'UNDONE') && (
        <ConfirmButton
          color="petrol"
          title="Apply the new results?"
          question={`They count from then on for all candidates at once; ${count(changed, 'result changes', 'results change')}. You can undo it.`}
          confirm="Apply"
          onConfirm={() => apply.mutateAsync()}
          pending={apply.isPending}
          error={apply.error}
        >
          Apply
        </ConfirmButton>
      )}
      {state === 'APPLIED' && (
        <ConfirmButton
          variant="default"
          color="petrol"
          title="Undo this regrade?"
          question="What counted before counts again, for all candidates at once. You can apply it again."
          confirm="Undo"
          onConfirm={() => undo.mutateAsync()}
          pending={undo.isPending}
          error={undo.error}
        >
          Undo
        </ConfirmButton>
      )}
    </>
  );
}

function changes({ before, after }: RegradedSubmission): boolean {
  return after !== null && (before.verdict !== after.verdict || before.score !== after.score);
}

function Submissions({ submissions }: { submissions: readonly RegradedSubmission[] }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Candidate</Table.Th>
          <Table.Th>Before</Table.Th>
          <Table.Th>After</Table.Th>
          <Table.Th>Change</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {submissions.map((submission) => (
          <Table.Tr key={submission.submissionId}>
            <Table.Td>
              <CandidateLink {...submission} />
              <Text size="xs" c="dimmed">
                from version <span className="mono">{submission.fromVersion.slice(0, 12)}</span>
              </Text>
            </Table.Td>
            <Table.Td>
              <Outcome outcome={submission.before} />
            </Table.Td>
            <Table.Td>
              {submission.after === null ? (
                <Text size="sm" c="dimmed">
                  {submission.left ?? 'Not judged yet'}
                </Text>
              ) : (
                <Outcome outcome={submission.after} />
              )}
            </Table.Td>
            <Table.Td>
              <Text size="sm" className="tabular">
                {changeOf(submission)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Outcome({ outcome: { verdict, score } }: { outcome: RegradedSubmission['before'] }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <VerdictBadge verdict={verdict} />
      <Score value={score} />
    </Group>
  );
}

function changeOf(submission: RegradedSubmission): string {
  const { before, after, left } = submission;
  if (after === null) {
    return left === null ? '' : 'stays as it is';
  }
  if (!changes(submission)) {
    return 'the same';
  }
  const difference = (after.score ?? 0) - (before.score ?? 0);
  return difference > 0
    ? `+${difference}`
    : difference === 0
      ? 'another verdict'
      : `−${-difference}`;
}
