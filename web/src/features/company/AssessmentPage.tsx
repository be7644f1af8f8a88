import { PageLoading } from '@/ui/Loading';

export function AssessmentPage() {
  return <PageLoading />;
}
