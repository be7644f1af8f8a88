import { PageLoading } from '@/ui/Loading';

export function MembersPage() {
  return <PageLoading />;
}
