import { useState } from 'react';

/** One Idempotency-Key for one intent: sending the same again keeps the key, sending something else renews it. */
export class Intent {
  private sent: string | null = null;
  private key = '';

  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (text !== this.sent) {
      this.sent = text;
      this.key = randomId();
    }
    return this.key;
  }

  /** The intent was carried out; the same again would be a new one. */
  fulfilled(): void {
    this.sent = null;
  }
}

export function useIntent(): Intent {
  return useState(() => new Intent())[0];
}

/** A random id, also where the page came without TLS and crypto.randomUUID is missing. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
