import express from 'express';
import { Links, hasExpired } from './links.js';
import { Refused, readLinkRequest } from './validation.js';

const links = new Links();

const app = express();
app.disable('x-powered-by');
app.enable('case sensitive routing');
app.use(express.json());

app.post('/links', (request, response) => {
  const wanted = readLinkRequest(request.body);
  const link = links.add(wanted);
  if (link === undefined) {
    throw new Refused(409, `The alias ${wanted.alias} is taken.`);
  }
  response.status(201).set('Location', `/links/${link.code}`).json(link);
});

app.get('/links/:code', (request, response) => {
  response.json(find(request.params.code));
});

app.get('/:code', (request, response) => {
  const link = find(request.params.code);
  if (hasExpired(link, new Date())) {
    throw new Refused(410, `The link ${link.code} has expired.`);
  }
  links.hit(link);
  // response.redirect would escape some of the URL's characters.
  response.status(302).set('Location', link.url).end();
});

app.use(() => {
  throw new Refused(404, 'There is nothing here.');
});

// Express takes a function with four parameters for the handler of errors.
app.use((error, request, response, _next) => {
  const status = error.status ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  response.status(status).json({ error: sentence(error, status) });
});

function find(code) {
  const link = links.find(code);
  if (link === undefined) {
    throw new Refused(404, `There is no link ${code}.`);
  }
  return link;
}

function sentence(error, status) {
  if (error.type === 'entity.parse.failed') {
    return 'The body is not JSON.';
  }
  return status >= 500 ? 'Something broke here.' : error.message;
}

app.listen(Number(process.env.PORT ?? 8080));
