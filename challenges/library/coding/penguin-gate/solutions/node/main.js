import express from 'express';
import { CountAlone } from './alone.js';
import { RULES } from './rules.js';
import { Away, CountTogether } from './together.js';
import { Refused, readRequest } from './validation.js';

const together = new CountTogether(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
const alone = new CountAlone();

const app = express();
app.disable('x-powered-by');
app.use(express.json());

app.post('/gate/:rule', async (request, response) => {
  const rule = RULES.get(request.params.rule);
  if (rule === undefined) {
    throw new Refused(404, `There is no rule ${request.params.rule}.`);
  }
  const decision = await decide(rule, readRequest(request.body, rule));
  // Rounded up, so that a client who waits so long is not too early.
  const seconds = Math.max(1, Math.ceil(decision.left / 1000));
  response.set({
    'RateLimit-Limit': String(decision.limit),
    'RateLimit-Remaining': String(Math.max(0, decision.limit - decision.used)),
    'RateLimit-Reset': String(seconds),
  });
  if (!decision.admitted) {
    response.status(429).set('Retry-After', String(seconds));
  }
  response.json({ admitted: decision.admitted, counted: decision.counted });
});

app.use(() => {
  throw new Refused(404, 'There is nothing here. Ask POST /gate/{rule}.');
});

// Express takes a function with four parameters for the handler of errors.
app.use((error, request, response, _next) => {
  const status = error.status ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  response.status(status).json({ error: sentence(error, status) });
});

async function decide(rule, request) {
  try {
    return await together.take(rule, request);
  } catch (error) {
    if (error instanceof Away) {
      return alone.take(rule, request);
    }
    throw error;
  }
}

function sentence(error, status) {
  if (error.type === 'entity.parse.failed') {
    return 'The body is not JSON.';
  }
  return status >= 500 ? 'Something broke here.' : error.message;
}

app.listen(Number(process.env.PORT ?? 8080));
