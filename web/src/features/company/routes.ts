import type { PageHandle, PageRoute } from '@/ui/routing';

const COMPANY: PageHandle = { roles: ['OWNER', 'RECRUITER'] };
const OWNER: PageHandle = { roles: ['OWNER'] };

export const companyRoutes: PageRoute[] = [
  {
    path: '/assessments',
    handle: COMPANY,
    lazy: () => import('./AssessmentsPage').then((page) => ({ Component: page.AssessmentsPage })),
  },
  {
    path: '/assessments/new',
    handle: COMPANY,
    lazy: () =>
      import('./NewAssessmentPage').then((page) => ({ Component: page.NewAssessmentPage })),
  },
  {
    path: '/assessments/:id',
    handle: COMPANY,
    lazy: () => import('./AssessmentPage').then((page) => ({ Component: page.AssessmentPage })),
  },
  {
    path: '/challenges',
    handle: COMPANY,
    lazy: () => import('./ChallengesPage').then((page) => ({ Component: page.ChallengesPage })),
  },
  {
    path: '/regrades/:id',
    handle: COMPANY,
    lazy: () => import('./RegradePage').then((page) => ({ Component: page.RegradePage })),
  },
  {
    path: '/results',
    handle: COMPANY,
    lazy: () => import('./ResultsPage').then((page) => ({ Component: page.ResultsPage })),
  },
  {
    path: '/results/:attemptId',
    handle: COMPANY,
    lazy: () => import('./ResultPage').then((page) => ({ Component: page.ResultPage })),
  },
  {
    path: '/members',
    handle: OWNER,
    lazy: () => import('./MembersPage').then((page) => ({ Component: page.MembersPage })),
  },
];
