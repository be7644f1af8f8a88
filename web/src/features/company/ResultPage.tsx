import { PageLoading } from '@/ui/Loading';

export function ResultPage() {
  return <PageLoading />;
}
