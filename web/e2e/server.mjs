import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/qudao', import.meta.url));

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function ready(url, ended) {
  const patience = Date.now() + 180_000;
  while (Date.now() < patience) {
    if (ended.status !== undefined) {
      throw new Error(`the server ended with status ${ended.status} before it was ready`);
    }
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the server was not ready within three minutes');
}

/**
 * Gives `use` the address of a server with the demo brand: the one that QUDAO_URL names, or one of its own
 * with data that is gone afterwards.
 */
export async function withServer(use) {
  if (process.env.QUDAO_URL) {
    return use(process.env.QUDAO_URL.replace(/\/$/, ''));
  }
  // In /tmp, where the plain user that runs PostgreSQL for root may enter too.
  const data = await mkdtemp('/tmp/qudao-pages-');
  await chmod(data, 0o755);
  const address = `127.0.0.1:${await freePort()}`;
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_WORKER_URL, ...environment } = process.env;
  const server = spawn(program, ['serve', '--demo', '--addr', address, '--sign-ins', '1000'], {
    env: { ...environment, QUDAO_DATA: join(data, 'data') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = [];
  createInterface({ input: server.stderr }).on('line', (line) => {
    said.push(line);
    said.splice(0, said.length - 40);
  });
  const ended = {};
  const end = new Promise((resolve) => {
    server.once('exit', (status, signal) => {
      ended.status = status ?? signal;
      resolve();
    });
    server.once('error', (error) => {
      ended.status = error.message;
      resolve();
    });
  });
  try {
    await ready(`http://${address}`, ended);
    return await use(`http://${address}`);
  } catch (error) {
    console.error(`The server's last words:\n${said.join('\n')}`);
    throw error;
  } finally {
    server.kill('SIGTERM');
    await end;
    await rm(data, { recursive: true, force: true });
  }
}
