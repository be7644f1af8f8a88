import { PageLoading } from '@/ui/Loading';

export function ReviewPage() {
  return <PageLoading />;
}
