import { queryOptions } from '@tanstack/react-query';
import { staffApi, take } from '@/api/client';
import { useList } from '@/api/list';
import type { Review, ReviewDraft } from '@/api/types';

export const useReviewTasks = () =>
  useList(['reviews'], (cursor) =>
    take(staffApi.GET('/api/v1/reviews', { params: { query: { cursor } } })),
  );

export const reviewPageQuery = (answerId: string) =>
  queryOptions({
    queryKey: ['review', answerId],
    queryFn: () =>
      take(staffApi.GET('/api/v1/reviews/{answerId}', { params: { path: { answerId } } })),
    // The form holds newer text than any reload would bring, so it loads once, when the page is opened.
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export function loadReview(answerId: string): Promise<Review | null> {
  return take(staffApi.GET('/api/v1/reviews/{answerId}', { params: { path: { answerId } } })).then(
    ({ mine }) => mine ?? null,
  );
}

/** Saves the draft that was made from `version`; null when there was none. */
export function saveDraft(
  answerId: string,
  body: ReviewDraft,
  version: number | null,
): Promise<Review> {
  const header = version === null ? { 'If-None-Match': '*' } : { 'If-Match': etag(version) };
  return take(
    staffApi.PUT('/api/v1/reviews/{answerId}/draft', {
      body,
      params: { path: { answerId }, header },
    }),
  );
}

export function sendReview(answerId: string, version: number): Promise<Review> {
  return take(
    staffApi.POST('/api/v1/reviews/{answerId}/send', {
      params: { path: { answerId }, header: { 'If-Match': etag(version) } },
    }),
  );
}

export function amendReview(
  answerId: string,
  body: ReviewDraft & { reason: string },
  version: number,
): Promise<Review> {
  return take(
    staffApi.POST('/api/v1/reviews/{answerId}/amend', {
      body,
      params: { path: { answerId }, header: { 'If-Match': etag(version) } },
    }),
  );
}

function etag(version: number): string {
  return `"${version}"`;
}
