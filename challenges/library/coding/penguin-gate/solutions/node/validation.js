const CLIENT = /^[A-Za-z0-9_-]{1,64}$/;

/** The message is for the client. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Turns a parsed body into values that can be trusted. */
export function readRequest(body, rule) {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new Refused(400, 'The body must be a JSON object.');
  }
  if (typeof body.client !== 'string' || !CLIENT.test(body.client)) {
    throw new Refused(400, 'The field client must be 1 to 64 of the characters A-Z, a-z, 0-9, _ and -.');
  }
  const cost = body.cost ?? 1;
  if (!Number.isInteger(cost) || cost < 1 || cost > rule.mostAtOnce) {
    throw new Refused(400, `The field cost must be a whole number from 1 to ${rule.mostAtOnce}.`);
  }
  return { client: body.client, cost };
}
