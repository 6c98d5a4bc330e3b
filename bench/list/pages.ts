import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compactStyles } from '../../.ci/compact-styles.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The pages that are compared: each loads one script and has one element. */
export const contestants = {
  'credential-list': '<credential-list base-url="/api/v1" selectable creatable></credential-list>',
  'hand-written': '<hand-written-list></hand-written-list>',
  'plain-lit': '<plain-lit-list></plain-lit-list>',
} as const;

export type Contestant = keyof typeof contestants;

/** The element of each. */
export const tags: Record<Contestant, string> = {
  'credential-list': 'credential-list',
  'hand-written': 'hand-written-list',
  'plain-lit': 'plain-lit-list',
};

/** Bundles the scripts of all pages as a production build would, each in what it needs at once and what on demand. */
export async function bundlePages(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of [...Object.keys(contestants), 'in-page']) {
    const result = await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      plugins: [compactStyles()],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        target: 'es2022',
        minify: true,
        lib: { formats: ['es'], entry: { [name]: `${root}bench/list/pages/${name}.ts` } },
        rolldownOptions: {
          preserveEntrySignatures: false,
          output: {
            minify: true,
            entryFileNames: '[name].js',
            chunkFileNames: `${name}-[hash].js`,
            codeSplitting: { groups: [{ name, tags: ['$initial'] }] },
          },
        },
      },
    });
    const [bundle] = Array.isArray(result) ? result : [result];
    if (!bundle || !('output' in bundle)) throw new Error(`no bundle of ${name}`);
    for (const file of bundle.output) if (file.type === 'chunk') files.set(`/${file.fileName}`, file.code);
  }
  return files;
}

/** A page of one contestant, or of nothing but the in-page script. */
export const documentOf = (name: Contestant | 'in-page'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>` +
  `<script type="module" src="/${name}.js"></script></head><body>${
    name === 'in-page' ? '' : contestants[name]
  }</body></html>`;
