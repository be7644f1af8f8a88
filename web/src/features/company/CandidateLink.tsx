import { Anchor } from '@mantine/core';
import { Link } from 'react-router';

export function CandidateLink({
  attemptId,
  candidateName,
}: {
  attemptId: string;
  candidateName: string;
}) {
  return (
    <Anchor component={Link} to={`/results/${attemptId}`} fw={560} size="sm">
      {candidateName}
    </Anchor>
  );
}
