import { PageLoading } from '@/ui/Loading';

export function FinishedPage() {
  return <PageLoading />;
}
