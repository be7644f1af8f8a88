import { PageLoading } from '@/ui/Loading';

export function ResultsPage() {
  return <PageLoading />;
}
