import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/secret-reveal/define.js';
import type { Credential } from '../src/contract/credential.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import type { SecretField, SecretInfo } from '../src/contract/secret.js';
import { SecretValue } from '../src/contract/secret-value.js';
import { aCredential, at, can, day, fakeMarketplace, hour, start } from '../test/elements/fixtures.js';
import { control } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';

interface Args {
  marketplace: Marketplace;
  'credential-id'?: string;
}

/** A value that is shown in the stories; all of them are made up. */
const value = (name: string, label: string, text: string, secret: boolean): SecretField => ({
  name,
  label,
  value: new SecretValue(text),
  secret,
});

interface SystemCredential {
  type: Credential['type'];
  secret: SecretInfo;
  identifiers?: Credential['identifiers'];
  fields: SecretField[];
  more?: Partial<Credential>;
}

/** A marketplace of a system, with one of its credentials. */
function holding({ type, secret, identifiers = [], fields, more = {} }: SystemCredential): Marketplace {
  const credential = aCredential({ type, secret, identifiers, actions: can('reveal'), ...more });
  return fakeMarketplace({
    credentials: {
      get: () => Promise.resolve(credential),
      reveal: () => Promise.resolve({ fields, availableUntil: secret.availableUntil }),
    },
  });
}

const reveal = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  for (const name of ['View secret Billing key', 'View secret']) (await control(canvasElement, name)).click();
  await control(canvasElement, 'Done');
};

const meta: Meta<Args> = {
  title: 'Elements/secret-reveal/Systems',
  component: 'secret-reveal',
  args: { 'credential-id': 'cred-1' },
  render: ({ marketplace, ...attributes }) =>
    html`<secret-reveal .marketplace=${marketplace} ${attributesOf(attributes)}></secret-reveal>`,
};
export default meta;

type Story = StoryObj<Args>;

const threeDays: SecretInfo = {
  visibility: 'window',
  state: 'available',
  availableUntil: at(start + 2 * day + 4 * hour),
};
const onlyOnce: SecretInfo = { visibility: 'once', state: 'available' };
const clientId = { name: 'clientId', label: 'Client ID', value: 'lk_client_4f6TqX0aZ81kMwP2sV9e' };
const clientPair = [
  value('clientId', 'Client ID', clientId.value, false),
  value('clientSecret', 'Client secret', 'lk_secret_example_0A1b2C3d4E5f6G7h', true),
];

/** Amplify: as often as wanted for three days. */
export const Amplify: Story = {
  args: {
    marketplace: holding({
      type: { id: 'oauth-secret', name: 'OAuth client ID & secret', kind: 'oauth-secret' },
      secret: threeDays,
      identifiers: [clientId],
      fields: clientPair,
    }),
  },
  play: reveal,
};

/** Amplify: a user name and a password. */
export const AmplifyBasic: Story = {
  args: {
    marketplace: holding({
      type: { id: 'http-basic', name: 'User name & password', kind: 'http-basic' },
      secret: threeDays,
      identifiers: [{ name: 'username', label: 'User name', value: 'lk_user_example' }],
      fields: [
        value('username', 'User name', 'lk_user_example', false),
        value('password', 'Password', 'lk_password_example_0A1b', true),
      ],
    }),
  },
  play: reveal,
};

/** Amplify: a client with a key pair of its own has no secret here. */
export const AmplifyPublicKey: Story = {
  args: {
    marketplace: holding({
      type: { id: 'oauth-public-key', name: 'OAuth client ID & private key', kind: 'oauth-public-key' },
      secret: { visibility: 'never', state: 'none' },
      identifiers: [clientId],
      fields: [],
      more: { actions: can('remove') },
    }),
  },
};

/** The older edition of Amplify: once, and every way out is guarded until it is stored. */
export const AmplifyClassic: Story = {
  args: {
    marketplace: holding({
      type: { id: 'api-key', name: 'API key', kind: 'api-key' },
      secret: onlyOnce,
      identifiers: [{ name: 'key', label: 'API key', value: 'lk_key_7Q4d…w9Xz' }],
      fields: [value('apiKey', 'API key', 'lk_key_example_7Q4d0A1b2C3dw9Xz', true)],
    }),
  },
  play: reveal,
};

/** IBM, inside the organisation: key and secret together, once. */
export const IbmInternal: Story = {
  name: 'IBM Internal',
  args: {
    marketplace: holding({
      type: { id: 'internal', name: 'Key for your organisation', kind: 'key-pair', audience: 'internal' },
      secret: onlyOnce,
      identifiers: [{ name: 'keyId', label: 'Key ID', value: 'lk_id_example' }],
      fields: [
        value('keyId', 'Key ID', 'lk_id_example', false),
        value('keySecret', 'Key secret', 'lk_secret_ex', true),
      ],
    }),
  },
  play: reveal,
};

/** IBM, outside the organisation: somebody sets the secret on the page behind a share link. */
export const IbmExternal: Story = {
  name: 'IBM External',
  args: {
    marketplace: holding({
      type: { id: 'external', name: 'Key for somebody outside', kind: 'key-pair', audience: 'external' },
      secret: { visibility: 'never', state: 'none' },
      fields: [],
      more: { actions: can('share') },
    }),
  },
};

/** mParticle: once, for the APIs that are granted. */
export const Mparticle: Story = {
  name: 'mParticle',
  args: {
    marketplace: holding({
      type: { id: 'oauth-secret', name: 'API credentials', kind: 'oauth-secret' },
      secret: onlyOnce,
      identifiers: [clientId],
      fields: clientPair,
      more: {
        application: undefined,
        resources: [
          { id: 'profile', name: 'Profile API' },
          { id: 'dataplanning', name: 'Data Planning API' },
        ],
      },
    }),
  },
  play: reveal,
};

/** EQP: at any time. */
export const Eqp: Story = {
  name: 'EQP',
  args: {
    marketplace: holding({
      type: { id: 'session-pair', name: 'API access key', kind: 'key-pair' },
      secret: { visibility: 'always', state: 'available' },
      identifiers: [{ name: 'applicationId', label: 'Application ID', value: 'lk_id_example' }],
      fields: [
        value('applicationId', 'Application ID', 'lk_id_example', false),
        value('applicationSecret', 'Application secret', 'lk_secret_example', true),
      ],
      more: { environment: 'production' },
    }),
  },
  play: reveal,
};

/** A pair, a certificate and a note: a row per value, long ones with line ends too. */
export const ManyValues: Story = {
  args: {
    marketplace: holding({
      type: { id: 'mtls', name: 'Client certificate', kind: 'mutual-tls' },
      secret: threeDays,
      fields: [
        value('subject', 'Subject', 'CN=billing.example, O=Example', false),
        value(
          'certificate',
          'Certificate',
          '-----BEGIN CERTIFICATE-----\nMIIexample\n-----END CERTIFICATE-----',
          false,
        ),
        value('privateKey', 'Private key', '-----BEGIN PRIVATE KEY-----\nMIIexample\n-----END PRIVATE KEY-----', true),
        value('passphrase', 'Passphrase', 'x'.repeat(120), true),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    await reveal({ canvasElement });
    for (const label of ['Private key', 'Passphrase']) (await control(canvasElement, `Show ${label}`)).click();
  },
};
