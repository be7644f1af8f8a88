import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { done, staffApi, take } from '@/api/client';
import { useList } from '@/api/list';

const POLL_MILLIS = 2_000;

export const useRegrades = () =>
  useList(['regrades'], (cursor) =>
    take(staffApi.GET('/api/v1/regrades', { params: { query: { cursor } } })),
  );

/** Asked for again while the preview is being made. */
export const useRegrade = (id: string) =>
  useQuery({
    queryKey: ['regrade', id],
    queryFn: () => take(staffApi.GET('/api/v1/regrades/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.regrade.state === 'JUDGING' ? POLL_MILLIS : false),
  });

export function useBeginRegrade() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (challengeId: string) =>
      take(staffApi.POST('/api/v1/regrades', { body: { challengeId } })),
    onSuccess: (preview) => {
      queries.setQueryData(['regrade', preview.regrade.id], preview);
      return queries.invalidateQueries({ queryKey: ['regrades'] });
    },
  });
}

/** Applying and undoing change what results show, so those are asked for again. */
export function useRegradeStep(id: string, step: 'apply' | 'undo') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(
        step === 'apply'
          ? staffApi.POST('/api/v1/regrades/{id}/apply', { params: { path: { id } } })
          : staffApi.POST('/api/v1/regrades/{id}/undo', { params: { path: { id } } }),
      ),
    onSuccess: (preview) => {
      queries.setQueryData(['regrade', id], preview);
      return Promise.all(
        ['regrades', 'results', 'report'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
}

export function useDiscardRegrade(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(staffApi.DELETE('/api/v1/regrades/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['regrades'] }),
  });
}
