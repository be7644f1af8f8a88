import { PageLoading } from '@/ui/Loading';

export function EntryPage() {
  return <PageLoading />;
}
