import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { createQueryClient } from '@/api/query';

/** Renders inside the providers that every page has; the routes default to the one element at `/`. */
export function renderPage(
  element: ReactNode,
  { at = '/', path = '/', routes = [] as RouteObject[] } = {},
) {
  const router = createMemoryRouter([{ path, element }, ...routes], { initialEntries: [at] });
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

export function problem(status: number, slug: string, detail: string, more: object = {}): Response {
  return json({ type: `urn:assay:problem:${slug}`, title: slug, status, detail, ...more }, status, {
    'Content-Type': 'application/problem+json',
  });
}
