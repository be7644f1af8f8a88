import { describe, expect, it } from 'vitest';
import { fieldErrors, messageOf, ProblemError, problemFrom, problemOf, slugOf } from './problem';

describe('what a person is told', () => {
  it('is what the server said, when it said something', () => {
    const error = new ProblemError(
      problemFrom(
        {
          type: 'urn:assay:problem:invitation-expired',
          title: 'Gone',
          detail: 'Ask for a new link.',
        },
        410,
      ),
    );
    expect(slugOf(error.problem)).toBe('invitation-expired');
    expect(error.problem.status).toBe(410);
    expect(messageOf(error)).toBe('Ask for a new link.');
  });

  it('names a server that gives no answer, and what to do', () => {
    const problem = problemOf(new TypeError('Failed to fetch'));
    expect(slugOf(problem)).toBe('unreachable');
    expect(problem.detail).toContain('try again');
  });

  it('is readable for a proxy that answers with HTML', () => {
    expect(problemFrom('<html>Bad gateway</html>', 502).title).toBe('Assay is not answering');
    expect(problemFrom(null, 500).detail).toContain('500');
  });

  it('never shows the text of a fault in our code', () => {
    expect(messageOf(new Error("Cannot read properties of undefined (reading 'x')"))).not.toContain(
      'undefined',
    );
  });

  it('is kept by field for forms', () => {
    const error = new ProblemError(
      problemFrom(
        { title: 'Invalid', errors: [{ field: 'minutes', message: 'Must be at least 5' }] },
        400,
      ),
    );
    expect(fieldErrors(error)).toEqual({ minutes: 'Must be at least 5' });
  });
});
