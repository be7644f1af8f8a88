'use strict';

const http = require('node:http');
const { Links, hasExpired } = require('./links.js');
const { Refused, parseLinkRequest } = require('./validation.js');

const MAX_BODY = 64 * 1024;

const links = new Links();

const server = http.createServer(async (request, response) => {
  try {
    await route(request, response);
  } catch (error) {
    if (!(error instanceof Refused)) {
      console.error(error);
    }
    const { status, message } = error instanceof Refused ? error : { status: 500, message: 'Something broke here.' };
    answer(response, status, { error: message });
  }
});

async function route(request, response) {
  const path = request.url.split('?', 1)[0];
  if (path === '/links') {
    requireMethod('POST', request);
    create(await readBody(request), response);
    return;
  }
  requireMethod('GET', request);
  const [, isDetail, code] = /^\/(links\/)?(.*)$/s.exec(path) ?? [];
  const link = links.find(code);
  if (link === undefined) {
    throw new Refused(404, `There is no link ${code}.`);
  }
  if (isDetail) {
    answer(response, 200, link);
  } else {
    redirect(link, response);
  }
}

function create(body, response) {
  const wanted = parseLinkRequest(body);
  const link = links.add(wanted);
  if (link === undefined) {
    throw new Refused(409, `The alias ${wanted.alias} is taken.`);
  }
  answer(response, 201, link, { Location: `/links/${link.code}` });
}

function redirect(link, response) {
  if (hasExpired(link, new Date())) {
    throw new Refused(410, `The link ${link.code} has expired.`);
  }
  links.hit(link);
  response.writeHead(302, { Location: link.url, 'Content-Length': 0 });
  response.end();
}

function requireMethod(method, request) {
  if (request.method !== method) {
    throw new Refused(405, `Only ${method} is possible here.`);
  }
}

async function readBody(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BODY) {
      throw new Refused(413, `The body has more than ${MAX_BODY} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response, status, body, headers = {}) {
  const payload = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': payload.length, ...headers });
  response.end(payload);
}

server.listen(Number(process.env.PORT ?? 8080));
