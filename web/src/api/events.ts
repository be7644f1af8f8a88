import { ProblemError, problemFrom } from './problem';
import type { TokenStore } from './tokens';

export interface ServerEvent {
  event: string;
  data: string;
  id: string | null;
}

/** Takes a text/event-stream apart as it arrives; a piece may end anywhere, within a line too. */
export class EventParser {
  private rest = '';
  private event = '';
  private data: string[] = [];
  private id: string | null = null;

  push(piece: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    // A trailing CR waits for the LF that may follow in the next piece.
    const text = this.rest + piece;
    const hold = text.endsWith('\r') ? 1 : 0;
    const lines = text.slice(0, text.length - hold).split(/\r\n|\r|\n/);
    this.rest = (lines.pop() ?? '') + (hold === 1 ? '\r' : '');
    for (const line of lines) {
      const event = this.take(line);
      if (event !== null) {
        events.push(event);
      }
    }
    return events;
  }

  private take(line: string): ServerEvent | null {
    if (line === '') {
      return this.dispatch();
    }
    const colon = line.indexOf(':');
    if (colon === 0) {
      return null;
    }
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      this.event = value;
    } else if (field === 'data') {
      this.data.push(value);
    } else if (field === 'id') {
      this.id = value;
    }
    return null;
  }

  private dispatch(): ServerEvent | null {
    const event =
      this.data.length === 0
        ? null
        : { event: this.event || 'message', data: this.data.join('\n'), id: this.id };
    this.event = '';
    this.data = [];
    return event;
  }
}

/**
 * Reads server-sent events over fetch, because EventSource cannot send the token. Ends when the server ends the
 * stream; throws a ProblemError for a refusal and a TypeError for a lost connection. The caller decides to reconnect.
 */
export async function readEvents(
  path: string,
  tokens: TokenStore,
  onEvent: (event: ServerEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const token = tokens.get();
  const response = await fetch(path, {
    headers: {
      Accept: 'text/event-stream',
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    },
    signal,
  });
  if (!response.ok || response.body === null) {
    const body: unknown = await response.json().catch(() => null);
    throw new ProblemError(problemFrom(body, response.status));
  }
  const parser = new EventParser();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      for (const event of parser.push(value)) {
        onEvent(event);
      }
    }
  } finally {
    reader.releaseLock();
  }
}
