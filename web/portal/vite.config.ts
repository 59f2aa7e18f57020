import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mergeConfig, type Plugin } from 'vite';
import { appConfig } from '../shared/vite.ts';

/** Writes the service worker: the hand-written one, headed by what belongs to this build. */
function worker(): Plugin {
  const source = fileURLToPath(new URL('./worker/sw.js', import.meta.url));
  return {
    name: 'qudao-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const assets = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .map((name) => `/${name}`)
        .sort();
      const shell = ['/', '/icon.svg', '/manifest.webmanifest', ...assets];
      const text = readFileSync(source, 'utf8');
      const version = createHash('sha256').update(text).update(shell.join()).digest('hex').slice(0, 12);
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: `const VERSION = ${JSON.stringify(version)};\nconst SHELL = ${JSON.stringify(shell)};\n${text}`,
      });
    },
  };
}

export default mergeConfig(appConfig({ name: 'portal', base: '/', port: 5173 }), { plugins: [worker()] });
