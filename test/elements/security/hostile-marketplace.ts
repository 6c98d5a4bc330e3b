import { createMarketplaceClient } from '../../../src/client/index.js';
import type { Marketplace } from '../../../src/contract/marketplace.js';
import { createMarketplaceHandler } from '../../../src/marketplace/handler.js';
import type { SystemId } from '../../../src/marketplace/samples/systems.js';
import { createMockMarketplace, type MockMarketplace } from '../../../src/mocks/mock-marketplace.js';

/** Turns a text that a server sends into another one. */
export type Attack = (text: string) => string;

/** What runs if any markup of it is taken for markup. */
const markup =
  '"\'><img src=x onerror="window.pwned=1"><script>window.pwned=1</script><svg onload="window.pwned=1"></svg>' +
  '<a href="javascript:window.pwned=1">x</a><iframe srcdoc="<script>parent.pwned=1</script>"></iframe>${pwned}{{pwned}}';

export const attacks: Record<string, Attack> = {
  'markup in every text': (text) => `${text} ${markup}`,
  'a right-to-left override in every text': (text) => `${text} \u202Eevil\u2066`,
  'texts without a place to break': (text) => `${text}${'W'.repeat(300)}`,
  'addresses that run': () => 'javascript:window.pwned=1//',
  'addresses that are documents': () => 'data:text/html,<script>parent.pwned=1</script>',
};

/** Words that the contract gives a meaning, and ids: other words there are another marketplace, no attack on the page. */
const meant =
  /^(id|ids|\w+Id|\w+Ids|kind|state|action|code|subject|transition|visibility|mode|level|confirm|approval|status|event|environment|audience|version|next|field|pointer|interval|jwe|token|provisioning|roles|order|typeId|blocked|risk|sort|method|methods|how)$/;

/** In a JSON Schema everything else is grammar. */
const schemaTexts = /^(title|description|examples|placeholder)$/;

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT/.test(text);

/** Every free text in an answer as the attack has it, however deep. */
export function attacked(value: unknown, attack: Attack, key = '', inSchema = false): unknown {
  if (typeof value === 'string') {
    const isFree = inSchema ? schemaTexts.test(key) : !meant.test(key) && !isInstant(value);
    return isFree ? attack(value) : value;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => attacked(one, attack, key, inSchema));
  if (typeof value !== 'object' || value === null) return value;
  if (key === 'facets') return value;
  const entries = Object.entries(value).map(([name, one]): [string, unknown] => {
    // What a property of a schema is called is no keyword.
    const isName = inSchema && (key === 'properties' || key === 'patternProperties');
    return [name, attacked(one, attack, isName ? '' : name, inSchema || name === 'schema')];
  });
  return Object.fromEntries(entries);
}

/** A marketplace that is honest in itself, but whose answers somebody has been at. */
export interface HostileMarketplace {
  readonly mock: MockMarketplace;
  /** As one of its people sees it. */
  asPerson(id: string): Marketplace;
}

/** The reference marketplace behind the real handler and the real client, with an attack between them. */
export async function hostileMarketplace(system: SystemId, attack: Attack): Promise<HostileMarketplace> {
  const mock = await createMockMarketplace({ system, provisionAfterMs: 20 });
  return {
    mock,
    asPerson(id) {
      const handler = createMarketplaceHandler({ marketplaceFor: () => mock.asPerson(id) });
      return createMarketplaceClient({
        baseUrl: location.origin,
        fetch: async (request) => {
          const response = await handler(request);
          if (!/json/.test(response.headers.get('content-type') ?? '')) return response;
          const body = attacked(await response.json(), attack);
          return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
        },
      });
    },
  };
}
