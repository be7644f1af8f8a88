/**
 * The edits in the browser's storage whose receipt has not come: one entry each, under the name of the attempt, the item
 * and the environment that they belong to.
 */

export type KeptText = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface StoredEdit {
  editId: string;
  path: string;
  text: string | null;
  order: number;
  base: number;
  attempted: boolean;
}

const PREFIX = 'assay.unsaved/';

/** False when the browser refuses to keep it. */
export function keep(storage: KeptText, scope: string, edit: StoredEdit): boolean {
  try {
    storage.setItem(keyOf(scope, edit.editId), JSON.stringify(edit));
    return true;
  } catch {
    return false;
  }
}

export function forgetKept(storage: KeptText, scope: string, editId: string): void {
  storage.removeItem(keyOf(scope, editId));
}

/** The kept edits of a scope in the order they were made; a damaged one is left alone. */
export function storedEdits(storage: KeptText, scope: string): StoredEdit[] {
  const edits: StoredEdit[] = [];
  for (const key of keysUnder(storage, `${PREFIX}${scope}/`)) {
    const edit = parse(storage.getItem(key));
    if (edit) {
      edits.push(edit);
    }
  }
  return edits.sort((a, b) => a.order - b.order);
}

/** Every text that this browser still keeps because no receipt came: of one attempt, or of all. */
export function leftovers(
  storage: KeptText,
  attemptId?: string,
): { itemId: string; path: string; text: string }[] {
  const found = new Map<string, { itemId: string; path: string; text: string; order: number }>();
  for (const key of keysUnder(
    storage,
    attemptId === undefined ? PREFIX : `${PREFIX}${attemptId}/`,
  )) {
    const edit = parse(storage.getItem(key));
    const [attempt = '', itemId = '', environment = ''] = key.slice(PREFIX.length).split('/');
    const name = `${attempt}/${itemId}/${environment}/${edit?.path ?? ''}`;
    if (edit && edit.text !== null && edit.order >= (found.get(name)?.order ?? 0)) {
      found.set(name, { itemId, path: edit.path, text: edit.text, order: edit.order });
    }
  }
  return [...found.values()].map(({ itemId, path, text }) => ({ itemId, path, text }));
}

function keysUnder(storage: KeptText, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
    (key) => key.startsWith(prefix),
  );
}

function parse(json: string | null): StoredEdit | null {
  try {
    const edit = JSON.parse(json ?? 'null') as StoredEdit | null;
    return edit && typeof edit.path === 'string' && typeof edit.editId === 'string' ? edit : null;
  } catch {
    return null;
  }
}

function keyOf(scope: string, editId: string): string {
  return `${PREFIX}${scope}/${editId}`;
}
