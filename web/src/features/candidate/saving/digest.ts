/** Browsers hash only for pages from https and localhost. */
export function canHash(): boolean {
  return window.isSecureContext && typeof crypto.subtle !== 'undefined';
}

/** SHA-256 of a text in UTF-8 as lower-case hex: the hash of a receipt. */
export async function hashOf(text: string): Promise<string> {
  return hexOf(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  );
}

/** The content hash of a submission of these files: over paths and texts, each preceded by its length in bytes. */
export async function contentHash(files: ReadonlyMap<string, string>): Promise<string> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (const path of [...files.keys()].sort()) {
    for (const part of [path, files.get(path) ?? '']) {
      const bytes = encoder.encode(part);
      parts.push(encoder.encode(`${bytes.length}:`), bytes);
    }
  }
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', all)));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
