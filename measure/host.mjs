// A host as an office has one: on loopback, it compresses and lets browsers keep its files.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};

/** Serves `folder` until `close()`; `url` is where. */
export async function serve(folder) {
  const kept = new Map();
  const compressed = async (file) => {
    if (!kept.has(file)) {
      const bytes = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
      kept.set(file, bytes && gzipSync(bytes, { level: 9 }));
    }
    return kept.get(file);
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    const file = normalize(join(folder, pathname === '/' ? 'index.html' : pathname));
    const bytes = await compressed(file);
    if (bytes === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Content-Length': bytes.length,
      'Cache-Control': 'max-age=600',
    });
    response.end(bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
