/** What a project of somebody else, as strict as it can be, writes with the package. It is compiled, and not run. */
export const strangersCode = `
import { createMarketplaceClient, isApiError, type MarketplaceClient } from 'latchkey';
import { openApiDocument, type Credential, type Marketplace } from 'latchkey/contract';
import { amplify, createMarketplaceHandler, createSqlStore, kinds } from 'latchkey/marketplace';
import { openPglite } from 'latchkey/marketplace/pglite';
import { openPostgres } from 'latchkey/marketplace/postgres';
import type { CredentialViewChangeEvent } from 'latchkey/elements';
import { CredentialList } from 'latchkey/elements/credential-list.js';
import { registerLocale } from 'latchkey/locales';
import 'latchkey/locales/de.js';
import { callSnippet, snippetLanguages, type SnippetLanguage } from 'latchkey/snippets';
import { marketplaceHandlers } from 'latchkey/mocks';
import { createMockMarketplace } from 'latchkey/mocks/marketplace';
import { runConformance, type ConformanceReport } from 'latchkey/conformance';
import about from 'latchkey/package.json' with { type: 'json' };
import elements from 'latchkey/custom-elements.json' with { type: 'json' };

export const client: MarketplaceClient = createMarketplaceClient({ baseUrl: '/api', token: async () => 'token' });
export const marketplace: Marketplace = client;
// @ts-expect-error: an address is needed
createMarketplaceClient({});

export async function names(): Promise<string[]> {
  const found: string[] = [];
  try {
    for await (const credential of client.credentials.list({ state: ['active'] })) found.push(nameOf(credential));
  } catch (error) {
    if (isApiError(error)) found.push(error.code);
  }
  // @ts-expect-error: there is no such state
  await client.credentials.list({ state: ['asleep'] });
  return found;
}

const nameOf = ({ name, type }: Credential): string => \`\${name} (\${type.name})\`;

export const language: SnippetLanguage | undefined = snippetLanguages[0]?.[0];
const scheme = { kind: 'header', name: 'X-API-Key' } as const;
export const call: string | undefined = callSnippet({
  language: 'curl',
  url: 'https://api.example/orders',
  scheme,
  kind: 'api-key',
});
// @ts-expect-error: nobody writes examples in that
callSnippet({ language: 'cobol', url: 'https://api.example/orders', scheme, kind: 'api-key' });

document.querySelector('credential-list')!.addEventListener('credential-add', (event) => event.preventDefault());
export const list: CredentialList = document.createElement('credential-list');
export const isList = (element: Element): element is CredentialList => element instanceof CredentialList;
export const queryOf = ({ detail }: CredentialViewChangeEvent): string => detail.view.query;
registerLocale({ $code: 'de', $name: 'Deutsch', $dir: 'ltr', retry: 'Noch einmal' });

export async function serve(address?: string): Promise<(request: Request) => Promise<Response>> {
  const store = await createSqlStore(address ? await openPostgres(address) : await openPglite(), kinds);
  const mock = await createMockMarketplace();
  marketplaceHandlers({ baseUrl: '/api', marketplace: mock.asPerson('ada') });
  console.log(store, amplify.policy, openApiDocument({ servers: [] }), about.name, elements.schemaVersion);
  return createMarketplaceHandler({ marketplaceFor: () => mock.asPerson('ada') });
}

export const check = (owner: Marketplace, stranger: Marketplace): Promise<ConformanceReport> =>
  runConformance({ people: { owner, stranger }, capabilities: { visibilities: ['once'] } });
`;

/** How that project is set up. */
export const strangersProject = {
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUncheckedSideEffectImports: true,
    resolveJsonModule: true,
    noEmit: true,
    skipLibCheck: false,
  },
  files: ['stranger.ts'],
};

/** A program on a server. */
export const serversCode = `
import { createMarketplaceClient } from 'latchkey';
import type { Credential, Marketplace } from 'latchkey/contract';
import { createMarketplaceHandler } from 'latchkey/marketplace';
import { callSnippet } from 'latchkey/snippets';

const client: Marketplace = createMarketplaceClient({ baseUrl: 'https://portal.example', credentials: 'omit' });
export const first: Credential | undefined = (await client.credentials.list({ limit: 1 })).items[0];
console.log(createMarketplaceHandler, callSnippet);
`;

/** How that is set up: Node's own types, none of a browser. */
export const serversProject = {
  compilerOptions: { ...strangersProject.compilerOptions, lib: ['ES2023'], types: ['node'] },
  files: ['server.ts'],
};
