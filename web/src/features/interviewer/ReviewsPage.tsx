import { PageLoading } from '@/ui/Loading';

export function ReviewsPage() {
  return <PageLoading />;
}
