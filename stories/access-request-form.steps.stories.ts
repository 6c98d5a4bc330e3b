import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/access-request-form/define.js';
import type { AccessOptions } from '../src/contract/access-options.js';
import { ApiError } from '../src/contract/error.js';
import type { FormDefinition } from '../src/contract/form.js';
import type { Marketplace } from '../src/contract/marketplace.js';
import type { Terms } from '../src/contract/product.js';
import { anOffer, aRequest } from '../test/elements/access-fixtures.js';
import { fakeMarketplace } from '../test/elements/fixtures.js';
import { aFile, calm, chooseFile, fill, labelled } from '../test/elements/form-page.js';
import { control, shows } from '../test/elements/page.js';
import { attributesOf } from './attributes.js';

interface Args {
  marketplace: Marketplace;
  'resource-id'?: string;
  lang?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/access-request-form/Steps, terms and questions',
  component: 'access-request-form',
  args: { 'resource-id': 'res-1' },
  render: ({ marketplace, ...attributes }) =>
    html`<access-request-form .marketplace=${marketplace} ${attributesOf(attributes)}>
      <p slot="help">New here? <a href="#guide">Read how access works</a>.</p>
    </access-request-form>`,
};
export default meta;

type Story = StoryObj<Args>;

const one = anOffer().applications.slice(0, 1);

const offering = (options: AccessOptions, create = () => Promise.resolve(aRequest())): Marketplace =>
  fakeMarketplace({
    resources: { accessOptions: () => Promise.resolve(options) },
    accessRequests: { create, get: () => Promise.resolve(aRequest()) },
  });

/** A marketplace where this is asked, and there is nothing else to choose. */
const asking = (form: FormDefinition): Marketplace => offering(anOffer({ applications: one, form }));

const manyQuestions: FormDefinition = {
  schema: {
    type: 'object',
    required: ['purpose', 'volume', 'contact'],
    properties: {
      purpose: {
        type: 'string',
        title: 'What do you want to build?',
        description: 'One or two sentences are enough.',
        'x-axway-widget': 'textarea',
      },
      volume: { type: 'integer', title: 'Expected calls per day', minimum: 1 },
      contact: { type: 'string', format: 'email', title: 'Whom to ask' },
      launch: { type: 'string', format: 'date', title: 'First day in production' },
      region: { type: 'string', title: 'Region', enum: ['eu', 'us'], enumNames: ['Europe', 'United States'] },
      code: { type: 'string', title: 'Partner code', 'x-axway-encrypted': true },
    },
  },
};

const terms: Terms = {
  revision: '2026-10',
  title: 'Terms of use',
  text: 'Use the API for your own business only.\n\nName the source wherever its data is shown.\n\nCalls above the limit of your plan are refused.',
};

const withTerms = (of: Terms): AccessOptions => {
  const base = anOffer({ applications: one });
  return { ...base, subscriptions: base.subscriptions.map((subscription) => ({ ...subscription, terms: of })) };
};

/** More than six fields: who uses it comes first. */
export const FirstStep: Story = { args: { marketplace: offering(anOffer({ form: manyQuestions })) } };

async function toDetails(canvas: HTMLElement): Promise<void> {
  (await labelled(canvas, 'Invoices')).click();
  (await control(canvas, 'Continue')).click();
  await shows(canvas, 'Step 2 of 3');
}

export const Details: Story = {
  ...FirstStep,
  play: async ({ canvasElement }) => toDetails(canvasElement),
};

/** Everything once more, with a way back to each part. */
export const Review: Story = {
  ...FirstStep,
  play: async ({ canvasElement }) => {
    await toDetails(canvasElement);
    fill(await labelled(canvasElement, 'What do you want to build?'), 'A dashboard of open invoices.');
    fill(await labelled(canvasElement, 'Expected calls per day'), '20000');
    fill(await labelled(canvasElement, 'Whom to ask'), 'ada@acme.example');
    fill(await labelled(canvasElement, 'Partner code (optional)'), 'not-a-real-code');
    (await control(canvasElement, 'Continue')).click();
    await shows(canvasElement, 'Step 3 of 3');
    await calm();
  },
};

/** Something is missing: the form stays in the step, and leads to it. */
export const DetailsMissing: Story = {
  ...FirstStep,
  play: async ({ canvasElement }) => {
    await toDetails(canvasElement);
    (await control(canvasElement, 'Continue')).click();
    await shows(canvasElement, 'There are 3 problems');
    await calm();
  },
};

export const StepsNarrow: Story = { ...Details, globals: { viewport: { value: 'narrow', isRotated: false } } };

/** The plan has terms: their text, their revision, and the box to be ticked. */
export const TermsOfThePlan: Story = { args: { marketplace: offering(withTerms(terms)) } };

export const TermsBehindALink: Story = {
  args: {
    marketplace: offering(withTerms({ revision: '7', title: 'Data protection', url: 'https://acme.example/terms' })),
  },
};

/** They changed between reading and sending: explained, and asked again. */
export const TermsChanged: Story = {
  args: {
    marketplace: offering(withTerms(terms), () =>
      Promise.reject(
        new ApiError('validation-failed', 'changed', {
          errors: [{ pointer: '/termsRevision', detail: 'The terms have changed.', reason: 'terms-changed' }],
        }),
      ),
    ),
  },
  play: async ({ canvasElement }) => {
    (await labelled(canvasElement, 'I agree to: Terms of use')).click();
    (await control(canvasElement, 'Request access')).click();
    await shows(canvasElement, 'These terms have changed');
    await calm();
  },
};

const files: FormDefinition = {
  schema: {
    type: 'object',
    required: ['contract'],
    properties: {
      contract: {
        type: 'string',
        title: 'Signed contract',
        description: 'As your purchasing sent it back.',
        format: 'data-url',
        contentMediaType: 'application/pdf',
        maxLength: 2_000_000,
      },
    },
  },
};

/** A file is chosen or dropped. */
export const FileEmpty: Story = { args: { marketplace: asking(files) } };

export const FileChosen: Story = {
  ...FileEmpty,
  play: async ({ canvasElement }) => {
    chooseFile(await labelled(canvasElement, 'Signed contract'), aFile('contract-2026.pdf', 'application/pdf', 48_000));
    await shows(canvasElement, 'contract-2026.pdf');
  },
};

export const FileRefused: Story = {
  ...FileEmpty,
  play: async ({ canvasElement }) => {
    chooseFile(await labelled(canvasElement, 'Signed contract'), aFile('notes.txt', 'text/plain'));
    await shows(canvasElement, 'Choose a file of type application/pdf.');
  },
};

/** One of several, and then what that one needs. */
export const Alternatives: Story = {
  args: {
    marketplace: asking({
      schema: {
        type: 'object',
        oneOf: [
          {
            title: 'Web page',
            required: ['kind', 'address'],
            properties: {
              kind: { const: 'web', title: 'What calls the API?' },
              address: { type: 'string', format: 'uri', title: 'Address of the page' },
            },
          },
          {
            title: 'App on a phone',
            required: ['kind'],
            properties: { kind: { const: 'app' }, bundle: { type: 'string', title: 'Bundle id' } },
          },
        ],
      },
    }),
  },
  play: async ({ canvasElement }) => {
    const kind = await labelled<HTMLSelectElement>(canvasElement, 'What calls the API?');
    kind.selectedIndex = 1;
    kind.dispatchEvent(new Event('change'));
    await labelled(canvasElement, 'Address of the page');
  },
};

/** The definition brings its own translations: they follow the language of the element. */
export const TranslatedQuestions: Story = {
  args: {
    lang: 'de',
    marketplace: asking({
      schema: {
        type: 'object',
        properties: {
          purpose: { type: 'string', title: 'Purpose', description: 'One sentence is enough.' },
          region: { type: 'string', title: 'Region', enum: ['eu', 'us'], enumNames: ['Europe', 'United States'] },
        },
      },
      translations: {
        de: {
          '/properties/purpose/title': 'Zweck',
          '/properties/purpose/description': 'Ein Satz genügt.',
          '/properties/region/title': 'Region',
          '/properties/region/enumNames/0': 'Europa',
          '/properties/region/enumNames/1': 'Vereinigte Staaten',
        },
      },
    }),
  },
};

/** What a newer marketplace asks for is a text field, or JSON; the form is never blank. */
export const UnknownQuestions: Story = {
  args: {
    marketplace: asking({
      schema: {
        type: 'object',
        properties: {
          colour: { type: 'colour', title: 'Colour' },
          extra: { type: 'object', title: 'Further settings' },
        },
      },
    }),
  },
};

/** Five hundred questions. */
export const ManyQuestions: Story = {
  args: {
    marketplace: offering(
      anOffer({
        form: {
          schema: {
            type: 'object',
            properties: Object.fromEntries(
              Array.from({ length: 500 }, (_, at) => [`q${at}`, { type: 'string', title: `Question ${at + 1}` }]),
            ),
          },
        },
      }),
    ),
  },
};

/** Somebody wants to leave with something entered. */
export const LeavingAsks: Story = {
  args: { marketplace: offering(anOffer({ applications: one })) },
  play: async ({ canvasElement }) => {
    fill(await labelled(canvasElement, 'Name'), 'Nightly export');
    void canvasElement.querySelector('access-request-form')?.requestClose();
    await shows(canvasElement, 'Discard what you entered?');
    await calm();
  },
};
