import type { RouteObject } from 'react-router';

export const candidateRoutes: RouteObject[] = [
  {
    path: '/take/:secret',
    lazy: () => import('./EntryPage').then(({ EntryPage }) => ({ Component: EntryPage })),
  },
  {
    path: '/attempt',
    lazy: () =>
      import('./WorkspacePage').then(({ WorkspacePage }) => ({ Component: WorkspacePage })),
  },
  {
    path: '/attempt/finished',
    lazy: () => import('./FinishedPage').then(({ FinishedPage }) => ({ Component: FinishedPage })),
  },
];
