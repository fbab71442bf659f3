// Unpacks those parts of the one file that the first view does not need: xz makes them a sixth
// smaller than what a browser unpacks by itself. `cargo xtask build` bundles this with its
// decoder for Chrome 86, the one file alone carries it, and boot.js runs it when it first needs it.

import { XzReadableStream } from 'xz-decompress';

/** How long to work before the browser has a turn, in milliseconds. */
const TURN = 8;

/** Lets the browser answer the reader and paint; a timer would wait longer each time. */
function browsersTurn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** A promise of the unpacked bytes as a Blob; it fails where a byte is wrong or lacking. */
window.unpackXz = async (packed) => {
  const reader = new XzReadableStream(packed.stream()).getReader();
  const pieces = [];
  let begin = performance.now();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return new Blob(pieces);
    }
    pieces.push(value);
    if (performance.now() - begin > TURN) {
      await browsersTurn();
      begin = performance.now();
    }
  }
};
