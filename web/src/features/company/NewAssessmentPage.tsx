import { PageLoading } from '@/ui/Loading';

export function NewAssessmentPage() {
  return <PageLoading />;
}
