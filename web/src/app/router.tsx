import { createBrowserRouter, Navigate } from 'react-router';
import { useMember } from '@/api/session';
import { candidateRoutes } from '@/features/candidate/routes';
import { companyRoutes } from '@/features/company/routes';
import { interviewerRoutes } from '@/features/interviewer/routes';
import { EmptyState } from '@/ui/EmptyState';
import { RouteError } from './ErrorBoundary';
import { homeFor } from './navigation';
import { NotFoundPage } from './NotFoundPage';
import { StaffShell } from './StaffShell';

export function createRouter() {
  return createBrowserRouter([
    {
      errorElement: <RouteError />,
      hydrateFallbackElement: <></>,
      children: [
        {
          path: '/sign-in',
          lazy: () => import('./SignInPage').then((page) => ({ Component: page.SignInPage })),
        },
        {
          path: '/change-password',
          lazy: () =>
            import('./ChangePasswordPage').then((page) => ({ Component: page.ChangePasswordPage })),
        },
        {
          element: <StaffShell />,
          children: [
            { path: '/', element: <Home /> },
            {
              path: '/no-role',
              element: (
                <EmptyState title="You have no role yet">
                  Ask the owner of your organization to give you one.
                </EmptyState>
              ),
            },
            ...companyRoutes,
            ...interviewerRoutes,
          ],
        },
        ...candidateRoutes,
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);
}

function Home() {
  return <Navigate to={homeFor(useMember().roles)} replace />;
}
