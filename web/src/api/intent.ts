import { useState } from 'react';
import { newId } from './ids';

/** One Idempotency-Key for one intent: sending the same again keeps the key, sending something else renews it. */
export class Intent {
  private sent: string | null = null;
  private key = '';

  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (text !== this.sent) {
      this.sent = text;
      this.key = newId();
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
