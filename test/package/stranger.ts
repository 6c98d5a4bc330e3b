/** What a project of somebody else, as strict as it can be, writes with the package. It is compiled, and not run. */
export const strangersCode = `
import { createMarketplaceClient, isApiError, type MarketplaceClient } from 'latchkey';
import { openApiDocument, type Credential, type Marketplace } from 'latchkey/contract';
import { amplify, createMarketplaceHandler, createSqlStore, kinds } from 'latchkey/marketplace';
import { openPglite } from 'latchkey/marketplace/pglite';
import { openPostgres } from 'latchkey/marketplace/postgres';
import { registerLocale, type CredentialList } from 'latchkey/elements';
import 'latchkey/elements/credential-list.js';
import 'latchkey/locales/de.js';
import { callSnippet, snippetLanguages, type SnippetLanguage } from 'latchkey/snippets';
import { createMockMarketplace, marketplaceHandlers } from 'latchkey/mocks';
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
