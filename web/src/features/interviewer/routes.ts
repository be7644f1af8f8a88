import type { PageHandle, PageRoute } from '@/ui/routing';

const INTERVIEWER: PageHandle = { roles: ['INTERVIEWER'] };

export const interviewerRoutes: PageRoute[] = [
  {
    path: '/reviews',
    handle: INTERVIEWER,
    lazy: () => import('./ReviewsPage').then((page) => ({ Component: page.ReviewsPage })),
  },
  {
    path: '/reviews/:answerId',
    handle: { ...INTERVIEWER, wide: true },
    lazy: () => import('./ReviewPage').then((page) => ({ Component: page.ReviewPage })),
  },
];
