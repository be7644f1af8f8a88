import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { done, staffApi, take } from '@/api/client';
import { useIntent } from '@/api/intent';
import { useList } from '@/api/list';
import type { AssessmentDraft, InvitationDraft, Role } from '@/api/types';

export const useAssessments = () =>
  useList(['assessments'], (cursor) =>
    take(staffApi.GET('/api/v1/assessments', { params: { query: { cursor } } })),
  );

export const assessmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['assessment', id],
    queryFn: () => take(staffApi.GET('/api/v1/assessments/{id}', { params: { path: { id } } })),
  });

export const useInvitations = (id: string) =>
  useList(['invitations', id], (cursor) =>
    take(
      staffApi.GET('/api/v1/assessments/{id}/invitations', {
        params: { path: { id }, query: { cursor } },
      }),
    ),
  );

export const catalogQuery = queryOptions({
  queryKey: ['catalog'],
  queryFn: () => take(staffApi.GET('/api/v1/catalog')),
  staleTime: 60_000,
});

export const useResults = () =>
  useList(['results'], (cursor) =>
    take(staffApi.GET('/api/v1/results', { params: { query: { cursor } } })),
  );

export const reportQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ['report', attemptId],
    queryFn: () =>
      take(staffApi.GET('/api/v1/results/{attemptId}', { params: { path: { attemptId } } })),
  });

export const useMembers = () =>
  useList(['members'], (cursor) =>
    take(staffApi.GET('/api/v1/members', { params: { query: { cursor } } })),
  );

export function useCreateAssessment() {
  const queries = useQueryClient();
  const intent = useIntent();
  return useMutation({
    mutationFn: (body: AssessmentDraft) =>
      take(
        staffApi.POST('/api/v1/assessments', {
          body,
          params: { header: { 'Idempotency-Key': intent.keyFor(body) } },
        }),
      ),
    onSuccess: () => {
      intent.fulfilled();
      return queries.invalidateQueries({ queryKey: ['assessments'] });
    },
  });
}

export function useInvite(assessmentId: string) {
  const queries = useQueryClient();
  const intent = useIntent();
  return useMutation({
    mutationFn: (body: InvitationDraft) =>
      take(
        staffApi.POST('/api/v1/assessments/{id}/invitations', {
          body,
          params: {
            path: { id: assessmentId },
            header: { 'Idempotency-Key': intent.keyFor(body) },
          },
        }),
      ),
    onSuccess: () => {
      intent.fulfilled();
      return queries.invalidateQueries({ queryKey: ['invitations', assessmentId] });
    },
  });
}

export function useRevoke(assessmentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      done(staffApi.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['invitations', assessmentId] }),
  });
}

export function useAddMember() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; email: string; roles: Role[] }) =>
      take(staffApi.POST('/api/v1/members', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['members'] }),
  });
}
