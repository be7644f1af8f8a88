import { randomBytes } from 'node:crypto';

/**
 * All links, by code. Every method runs to its end before another request is looked at,
 * so that none of them may ever wait for anything.
 */
export class Links {
  #byCode = new Map();

  find(code) {
    return this.#byCode.get(code);
  }

  /** The new link, or undefined when the alias is taken. */
  add({ url, alias, expiresAt }) {
    const code = alias ?? this.#unusedCode();
    if (this.#byCode.has(code)) {
      return undefined;
    }
    const link = { code, url, hits: 0, expiresAt };
    this.#byCode.set(code, link);
    return link;
  }

  hit(link) {
    link.hits += 1;
  }

  #unusedCode() {
    let code;
    do {
      code = randomBytes(6).toString('base64url');
    } while (this.#byCode.has(code));
    return code;
  }
}

export function hasExpired(link, now) {
  return link.expiresAt !== null && now >= link.expiresAt;
}
