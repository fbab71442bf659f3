// A web host for the tests: the built site below a path of its own, on loopback alone.
//
// The path proves that the site works anywhere on a host; the host counts what it is asked.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const BASE = '/any/folder/';

const MEDIA_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};

/**
 * Serves `folder` until `close()`.
 *
 * `mediaTypes` replaces types by extension, `change(path, bytes)` the content of files, now or
 * later; what it returns as `null` is not found.
 */
export async function serveSite(folder, { mediaTypes = {}, change = (_, bytes) => bytes } = {}) {
  const types = { ...MEDIA_TYPES, ...mediaTypes };
  const host = await listen(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    const file = normalize(join(folder, pathname.slice(BASE.length) || 'index.html'));
    const isInside = pathname.startsWith(BASE) && file.startsWith(folder + sep);
    const bytes = isInside ? await change(file, await readFile(file).catch(() => null)) : null;
    if (bytes === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(bytes);
  });
  return { ...host, url: host.origin + BASE };
}

/** A host that is not the page's own: it answers everything and notes what it was asked. */
export async function serveStranger() {
  const asked = [];
  const host = await listen((request, response) => {
    asked.push(request.url);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  return { ...host, asked };
}

async function listen(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
