import { describe, expect, it, vi } from 'vitest';
import { json, problem } from '@/testing/render';
import { staffApi, take } from './client';
import { ProblemError } from './problem';
import { candidateToken, staffToken } from './tokens';

function serve(answer: () => Response) {
  const fetch = vi.fn<(request: Request) => Promise<Response>>(() => Promise.resolve(answer()));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

describe('the staff client', () => {
  it('sends the staff token and not the candidate’s', async () => {
    candidateToken.set('of-the-candidate');
    staffToken.set('of-staff');
    const fetch = serve(() => json({ items: [], nextCursor: null }));
    await take(staffApi.GET('/api/v1/assessments'));
    expect(fetch.mock.calls[0]?.[0].headers.get('Authorization')).toBe('Bearer of-staff');
  });

  it('signs in without a token that was left behind', async () => {
    staffToken.set('old');
    const fetch = serve(() => problem(401, 'sign-in-failed', 'Wrong.'));
    const call = take(staffApi.POST('/api/v1/session', { body: { email: 'a@b', password: 'c' } }));
    await expect(call).rejects.toBeInstanceOf(ProblemError);
    expect(fetch.mock.calls[0]?.[0].headers.has('Authorization')).toBe(false);
    expect(staffToken.get()).toBe('old');
  });

  it('drops a token that is no longer taken', async () => {
    staffToken.set('old');
    serve(() => problem(401, 'token-expired', 'Sign in again.'));
    await expect(take(staffApi.GET('/api/v1/session'))).rejects.toThrow('Sign in again.');
    expect(staffToken.get()).toBeNull();
  });

  it('keeps a newer token when an answer to an older one comes late', async () => {
    staffToken.set('old');
    serve(() => {
      staffToken.set('new');
      return problem(401, 'token-expired', 'Sign in again.');
    });
    await expect(take(staffApi.GET('/api/v1/session'))).rejects.toThrow();
    expect(staffToken.get()).toBe('new');
  });
});
