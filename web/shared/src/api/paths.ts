import type { paths as Generated } from './schema';

/**
 * The generated paths without the headers that the client sets by itself: Idempotency-Key on every unsafe
 * call, If-Match through editHeaders.
 */
type Headless<Paths> = {
  [Path in keyof Paths]: {
    [Method in keyof Paths[Path]]: Paths[Path][Method] extends { parameters: infer Parameters }
      ? Omit<Paths[Path][Method], 'parameters'> & {
          parameters: Omit<Parameters, 'header'> & { header?: Record<string, string> };
        }
      : Paths[Path][Method];
  };
};

export type paths = Headless<Generated>;
