import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ProblemError, problemFrom } from './problem';
import type { paths } from './schema';
import { candidateToken, staffToken, type TokenStore } from './tokens';

/** A token that the server no longer takes is dropped, so that the page can ask for a new one. */
function authorize(tokens: TokenStore): Middleware {
  return {
    onRequest({ request }) {
      const token = tokens.get();
      if (token !== null && !opensSession(request)) {
        request.headers.set('Authorization', `Bearer ${token}`);
      }
      return request;
    },
    onResponse({ request, response }) {
      const sent = request.headers.get('Authorization');
      if (response.status === 401 && sent !== null && sent === `Bearer ${tokens.get() ?? ''}`) {
        tokens.clear();
      }
    },
  };
}

/** Signing in must work whatever token was left behind by an earlier session. */
function opensSession({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname.endsWith('/session');
}

function apiFor(tokens: TokenStore): Client<paths> {
  // Asked for at each call, so that a test can put its own fetch in place.
  const client = createClient<paths>({
    baseUrl: window.location.origin,
    fetch: (request) => globalThis.fetch(request),
  });
  client.use(authorize(tokens));
  return client;
}

export const staffApi = apiFor(staffToken);
export const candidateApi = apiFor(candidateToken);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; any other is thrown as a {@link ProblemError}. */
export async function take<T>(call: Promise<Answer<T>>): Promise<NonNullable<T>> {
  return (await takeVersioned(call)).data;
}

/** Like {@link take}, for an answer without a body. */
export async function done(call: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) {
    throw new ProblemError(problemFrom(error, response.status));
  }
}

/** The body with its ETag, to be sent back as If-Match. */
export async function takeVersioned<T>(
  call: Promise<Answer<T>>,
): Promise<{ data: NonNullable<T>; etag: string | null }> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined || data === null) {
    throw new ProblemError(problemFrom(error, response.status));
  }
  return { data, etag: response.headers.get('ETag') };
}
