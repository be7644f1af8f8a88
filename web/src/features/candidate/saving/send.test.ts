import { expect, it, vi } from 'vitest';
import { outcomeOf, sendTo } from './send';

const problem = (slug: string, status: number, more = {}) => ({
  type: `urn:assay:problem:${slug}`,
  title: slug,
  status,
  ...more,
});

it.each([
  [
    problem('workspace-conflict', 409, { currentRevision: 7 }),
    { kind: 'conflict', currentRevision: 7 },
  ],
  [problem('attempt-over', 409), { kind: 'over' }],
  [problem('unauthorized', 401), { kind: 'signedOut' }],
  [
    problem('too-large', 413, { detail: 'At most 1 MiB' }),
    { kind: 'refused', message: 'At most 1 MiB' },
  ],
  [problem('too-many', 429), { kind: 'unreachable', message: 'too-many' }],
  [problem('internal', 500), { kind: 'unreachable', message: 'internal' }],
])('takes %o for %o', (answer, outcome) => {
  expect(outcomeOf(answer)).toEqual(outcome);
});

it('calls a lost connection unreachable instead of failing', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const edit = { editId: 'e', baseRevision: 0, path: 'Main.java', text: 'a' };
  expect(await sendTo('item')(edit)).toMatchObject({ kind: 'unreachable' });
});

it('sends a deletion without a text and an empty file with one', async () => {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    bodies.push(await request.json());
    return Response.json({ revision: 1, path: 'a', hash: '', at: 't' });
  });
  await sendTo('item')({ editId: 'e', baseRevision: 3, path: 'a', text: null });
  await sendTo('item')({ editId: 'f', baseRevision: 4, path: 'a', text: '' });
  expect(bodies).toEqual([
    { editId: 'e', baseRevision: 3, path: 'a', deleted: true },
    { editId: 'f', baseRevision: 4, path: 'a', text: '' },
  ]);
});
