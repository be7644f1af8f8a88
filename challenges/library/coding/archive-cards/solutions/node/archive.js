const PATIENCE = 3000;

/** The archive did not say what it should, or nothing. */
export class Failed extends Error {}

export class Archive {
  #url;

  constructor(url) {
    this.#url = url;
  }

  /** The text, or undefined when there is no such thing. */
  async ask({ collection, id, lang }) {
    let card;
    try {
      const response = await fetch(`${this.#url}/${collection}/${id}?lang=${lang}`, {
        signal: AbortSignal.timeout(PATIENCE),
      });
      const body = await response.text();
      if (response.status === 404) {
        return undefined;
      }
      if (response.status !== 200) {
        throw new Failed(`The archive answered ${response.status}.`);
      }
      card = JSON.parse(body);
    } catch (cause) {
      throw cause instanceof Failed ? cause : new Failed('The archive did not answer as it should.', { cause });
    }
    if (typeof card?.text !== 'string') {
      throw new Failed("The archive's answer has no text.");
    }
    return card.text;
  }
}
