import { PageLoading } from '@/ui/Loading';

export function WorkspacePage() {
  return <PageLoading />;
}
