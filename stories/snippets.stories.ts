import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/secret-reveal/define.js';
import { MarketplaceError } from '../src/contract/error.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import type { AuthenticationScheme, CredentialType, Resource } from '../src/contract/product.js';
import type { SnippetLanguage } from '../src/snippets/call-snippet.js';
import { aCredential, aSecret, can, deferred, fakeMarketplace } from '../test/elements/fixtures.js';
import { appears, control, findAll } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';

interface Args {
  marketplace: Marketplace;
  'credential-id'?: string;
}

type Kind = CredentialType['kind'];

const aResource = (kind: Kind, scheme: AuthenticationScheme): Resource => ({
  id: 'res-1',
  name: 'Payments API',
  product: { id: 'prod-1', name: 'Payments' },
  baseUrl: 'https://gateway.example/payments',
  access: { required: false, approval: 'automatic' },
  credentialTypes: [{ id: kind, name: 'Credential', kind, scheme, visibility: { mode: 'always' } }],
  actions: [],
  version: '1',
});

function holding(
  kind: Kind,
  scheme: AuthenticationScheme,
  read = () => Promise.resolve(aResource(kind, scheme)),
): Marketplace {
  const hasSecret = kind !== 'oauth-public-key';
  const credential = aCredential({
    type: { id: kind, name: 'Credential', kind },
    secret: hasSecret ? { visibility: 'always', state: 'available' } : { visibility: 'never', state: 'none' },
    identifiers: [{ name: 'id', label: 'ID', value: 'client-4711' }],
    actions: hasSecret ? can('reveal') : can('remove'),
  });
  return fakeMarketplace({
    credentials: {
      get: () => Promise.resolve(credential),
      reveal: () => Promise.resolve(aSecret({ availableUntil: undefined })),
    },
    resources: { get: read },
  });
}

/** Opens the example, in a language. */
const open =
  (language: SnippetLanguage = 'curl') =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    (await control(canvasElement, 'How to call the API with it')).click();
    await control(canvasElement, 'Copy example call');
    const select = await appears(
      () => findAll<HTMLSelectElement>(canvasElement, '#snippet-language')[0],
      'no choice of a language',
    );
    select.value = language;
    select.dispatchEvent(new Event('change'));
  };

const meta: Meta<Args> = {
  title: 'Elements/secret-reveal/Example calls',
  component: 'secret-reveal',
  args: { 'credential-id': 'cred-1' },
  render: ({ marketplace, ...attributes }) =>
    html`<secret-reveal .marketplace=${marketplace} ${attributesOf(attributes)}></secret-reveal>`,
};
export default meta;

type Story = StoryObj<Args>;

const tokenUrl = 'https://gateway.example/oauth/token';
const header = holding('api-key', { kind: 'header', name: 'X-API-Key' });
const oauth = (): Marketplace => holding('oauth-secret', { kind: 'oauth2', tokenUrl });

export const Shut: Story = { args: { marketplace: header } };

export const KeyInHeader: Story = { args: { marketplace: header }, play: open() };

export const PairInHeaders: Story = {
  args: {
    marketplace: holding('key-pair', {
      kind: 'header',
      name: 'X-IBM-Client-Id',
      secretName: 'X-IBM-Client-Secret',
    }),
  },
  play: open(),
};

export const KeyInQuery: Story = {
  args: { marketplace: holding('api-key', { kind: 'query', name: 'api_key' }) },
  play: open('javascript'),
};

export const HttpBasic: Story = {
  name: 'HTTP Basic',
  args: { marketplace: holding('http-basic', { kind: 'basic' }) },
  play: open(),
};

/** A token first, then the call with it. */
export const OAuthCurl: Story = { name: 'OAuth, curl', args: { marketplace: oauth() }, play: open('curl') };
export const OAuthJavaScript: Story = {
  name: 'OAuth, JavaScript',
  args: { marketplace: oauth() },
  play: open('javascript'),
};
export const OAuthPython: Story = { name: 'OAuth, Python', args: { marketplace: oauth() }, play: open('python') };
export const OAuthGo: Story = { name: 'OAuth, Go', args: { marketplace: oauth() }, play: open('go') };
export const OAuthJava: Story = { name: 'OAuth, Java', args: { marketplace: oauth() }, play: open('java') };
export const OAuthCsharp: Story = { name: 'OAuth, C#', args: { marketplace: oauth() }, play: open('csharp') };

/** Without a secret: what has to be signed is said in words. */
export const OAuthPublicKey: Story = {
  name: 'OAuth, public key',
  args: { marketplace: holding('oauth-public-key', { kind: 'oauth2', tokenUrl }) },
  play: open(),
};

export const SessionToken: Story = {
  args: { marketplace: holding('key-pair', { kind: 'session', tokenUrl: 'https://gateway.example/session/token' }) },
  play: open(),
};

/** With the real secret: only while it is revealed, and when somebody asks for it. */
export const WithTheRealSecret: Story = {
  args: { marketplace: oauth() },
  play: async ({ canvasElement }) => {
    for (const name of ['View secret Billing key', 'View secret']) (await control(canvasElement, name)).click();
    await control(canvasElement, 'Done');
    await open()({ canvasElement });
    const real = await appears(
      () => findAll<HTMLInputElement>(canvasElement, '.snippet-section input[type="checkbox"]')[0],
      'no choice of the real secret',
    );
    real.click();
  },
};

/** An API whose way of taking credentials is not known here. */
export const None: Story = {
  name: 'No example known',
  args: { marketplace: holding('mutual-tls', { kind: 'unknown' }) },
  play: async ({ canvasElement }) => (await control(canvasElement, 'How to call the API with it')).click(),
};

export const Loading: Story = {
  args: { marketplace: holding('api-key', { kind: 'basic' }, () => deferred<Resource>().promise) },
  play: async ({ canvasElement }) => (await control(canvasElement, 'How to call the API with it')).click(),
};

export const Failed: Story = {
  args: {
    marketplace: holding('api-key', { kind: 'basic' }, () => Promise.reject(new MarketplaceError('network', 'x'))),
  },
  play: async ({ canvasElement }) => {
    (await control(canvasElement, 'How to call the API with it')).click();
    await control(canvasElement, 'Try again');
  },
};

export const Narrow: Story = {
  args: { marketplace: oauth() },
  decorators: [(story) => html`<div .style=${'inline-size: 320px'}>${story()}</div>`],
  play: open('csharp'),
};

export const RightToLeft: Story = {
  args: { marketplace: oauth() },
  globals: { direction: 'rtl' },
  play: open('python'),
};
