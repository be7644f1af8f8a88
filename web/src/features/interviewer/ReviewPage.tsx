import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useMember } from '@/api/session';
import { ErrorState } from '@/ui/ErrorState';
import { PageLoading } from '@/ui/Loading';
import { useDocumentTitle } from '@/ui/PageHeader';
import { reviewPageQuery } from './api';
import { DraftReview } from './DraftReview';
import classes from './ReviewPage.module.css';
import { SentReview } from './SentReview';

export function ReviewPage() {
  const { answerId = '' } = useParams();
  const member = useMember();
  const page = useQuery(reviewPageQuery(answerId));
  useDocumentTitle(page.data === undefined ? 'Review' : `Review: ${page.data.exerciseTitle}`);

  if (page.data === undefined) {
    return (
      <div className={classes.waiting}>
        {page.isError ? (
          <ErrorState error={page.error} onRetry={() => void page.refetch()} />
        ) : (
          <PageLoading />
        )}
      </div>
    );
  }
  const props = { page: page.data, memberId: member.id, reload: () => page.refetch() };
  // The key begins the form anew when another version was loaded on purpose.
  const key = `${answerId} ${page.data.mine?.state ?? 'NONE'} ${page.dataUpdatedAt}`;
  return page.data.mine?.state === 'SENT' ? (
    <SentReview key={key} {...props} mine={page.data.mine} />
  ) : (
    <DraftReview key={key} {...props} />
  );
}
