import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '@/ui/EmptyState';
import { useDocumentTitle } from '@/ui/PageHeader';

export function NotFoundPage() {
  useDocumentTitle('Page not found');
  return (
    <EmptyState
      icon={<IconMapQuestion size={22} stroke={1.7} />}
      title="There is no such page"
      action={
        <Button component={Link} to="/" variant="default">
          Go to the start
        </Button>
      }
    >
      The address may be mistyped. If it is a link to an assessment, ask whoever sent it for a new
      one.
    </EmptyState>
  );
}
