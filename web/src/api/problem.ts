export interface FieldProblem {
  field: string;
  message: string;
}

/** What the server says went wrong (RFC 9457), or what we say when it could not. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string | undefined;
  errors?: FieldProblem[] | undefined;
  [extension: string]: unknown;
}

const PREFIX = 'urn:assay:problem:';

/** The answer was a problem; `problem` carries what to tell the person. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get slug(): string {
    return slugOf(this.problem);
  }
}

/** The last part of the problem's type, `sign-in-failed` of `urn:assay:problem:sign-in-failed`. */
export function slugOf(problem: Problem): string {
  return problem.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : problem.type;
}

export function isProblem(error: unknown, slug: string): boolean {
  return slugOf(problemOf(error)) === slug;
}

/** Any thrown value as a problem that can be shown: never a stack trace, never an empty box. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) {
    return error.problem;
  }
  if (error instanceof DOMException && error.name === 'AbortError') {
    return local('aborted', 'Interrupted', 'The request was interrupted. Try again.');
  }
  if (error instanceof TypeError) {
    // What fetch throws when no answer came at all.
    return local(
      'unreachable',
      'Assay cannot be reached',
      'No answer came from the server. Check your connection, then try again.',
    );
  }
  return local(
    'unexpected',
    'Something went wrong on this page',
    'Reload the page. If it happens again, tell whoever runs this Assay.',
  );
}

/** The problem in an answer's body, made from the status when the body is not one. */
export function problemFrom(body: unknown, status: number): Problem {
  if (looksLikeProblem(body)) {
    return { ...body, status: body.status ?? status, type: body.type ?? 'about:blank' };
  }
  if (status === 502 || status === 503 || status === 504) {
    return {
      ...local(
        'unreachable',
        'Assay is not answering',
        'The server is starting or down. Try again in a moment.',
      ),
      status,
    };
  }
  return {
    ...local(
      'unexpected',
      'The server could not do that',
      `It answered with status ${status} and no explanation. Try again.`,
    ),
    status,
  };
}

/** Field name to message, for forms. */
export function fieldErrors(error: unknown): Record<string, string> {
  const entries = (problemOf(error).errors ?? []).map(
    ({ field, message }) => [field, message] as const,
  );
  return Object.fromEntries(entries);
}

/** One readable text: what is wrong, and what to do. */
export function messageOf(error: unknown): string {
  const { title, detail } = problemOf(error);
  return detail ?? title;
}

function looksLikeProblem(body: unknown): body is Partial<Problem> & { title: string } {
  return (
    typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string'
  );
}

function local(slug: string, title: string, detail: string): Problem {
  return { type: PREFIX + slug, title, status: 0, detail };
}
