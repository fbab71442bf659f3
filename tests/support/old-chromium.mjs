// The oldest browser that the page promises to run in: Chromium 86 of 2020, the kernel of
// 360's version 13 browsers. npm has one, made for servers on Linux and x64.

import { existsSync } from 'node:fs';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const PACKED = fileURLToPath(new URL('../../node_modules/chrome-aws-lambda/bin/chromium.br', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../node_modules/.chromium-86', import.meta.url));

/** Why there is none on this machine; `false` where there is one. */
export const noOldChromium =
  process.platform === 'linux' && process.arch === 'x64' ? false : 'there is one for Linux on x64 only';

/** What `chromium.launch` takes to start it; unpacks the program the first time. */
export async function oldChromium() {
  if (!existsSync(PROGRAM)) {
    // Test files run beside each other: each unpacks into a file of its own, the last one stays.
    const part = `${PROGRAM}.${process.pid}`;
    await writeFile(part, brotliDecompressSync(await readFile(PACKED)));
    await chmod(part, 0o755);
    await rename(part, PROGRAM);
  }
  return {
    executablePath: PROGRAM,
    // Without the last but one, once in about ten starts the page asks the thread of the GPU that is
    // not there for a channel for ever, and is never painted.
    args: ['--single-process', '--no-zygote', '--disable-gpu', '--disable-gpu-compositing', '--disable-dev-shm-usage'],
  };
}
