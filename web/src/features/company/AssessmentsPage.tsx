import { PageLoading } from '@/ui/Loading';

export function AssessmentsPage() {
  return <PageLoading />;
}
