import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { Wordmark } from '@/ui/Wordmark';

/** The last resort, when even the router could not be shown. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

/** A page that failed to load or to render. */
export function RouteError() {
  const error = useRouteError();
  return <Broken stale={isStaleChunk(error)} />;
}

/** A new version was installed and this tab still asks for the files of the old one. */
function isStaleChunk(error: unknown): boolean {
  return error instanceof TypeError && /module|import/i.test(error.message);
}

function Broken({ stale = false }: { stale?: boolean }) {
  return (
    <Center mih="100vh" p="xl">
      <Stack align="center" gap="sm" maw={440} role="alert">
        <Wordmark size={28} />
        <Title order={1} ta="center" mt="md">
          {stale ? 'This page could not be loaded' : 'Something went wrong on this page'}
        </Title>
        <Text c="dimmed" ta="center" size="sm">
          {stale
            ? 'Assay may have been updated, or the connection was lost. Reload to get the page again.'
            : 'Reload the page. What the server had acknowledged is kept. If it happens again, tell whoever runs this Assay.'}
        </Text>
        <Button mt="sm" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </Stack>
    </Center>
  );
}
