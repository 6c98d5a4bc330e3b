import * as z from 'zod/mini';
import { AccessOptionsSchema } from './access-options.js';
import { AccessRequestSchema, TimelineEntrySchema } from './access-request.js';
import { ActionSchema } from './action.js';
import { ApplicationSchema } from './application.js';
import { CredentialSchema } from './credential.js';
import { CredentialOptionsSchema } from './credential-options.js';
import { EnvironmentSchema } from './environment.js';
import { MarketplaceEventSchema } from './event.js';
import { FormDefinitionSchema } from './form.js';
import { GrantChoiceSchema, GrantOptionSchema, GrantSchema } from './grant.js';
import { HistoryEntrySchema } from './history.js';
import { IdentifierSchema } from './identifier.js';
import { operationParams } from './operation-params.js';
import { operationResults } from './operation-results.js';
import { operations, type Operation, type OperationName } from './operations.js';
import { RefSchema, TimestampSchema } from './primitives.js';
import { FieldErrorSchema, ProblemSchema } from './problem.js';
import { CredentialTypeSchema, PlanSchema, ProductSchema, QuotaSchema, ResourceSchema } from './product.js';
import { SealedSecretSchema, SecretInfoSchema } from './secret.js';
import { SessionSchema } from './session.js';
import { ShareLinkSchema, ShareSchema } from './share.js';
import { SubscriptionSchema } from './subscription.js';

type Resource = OperationName extends `${infer Name}.${string}` ? Name : never;

/** What each operation is for, in a line: the part of the contract that only documents need. */
const summaries: Record<OperationName, string> = {
  'session.get': 'Who is signed in',
  'environments.list': 'List the environments, and whether you may have credentials in each',
  'products.list': 'List products',
  'products.get': 'Get a product with its plans',
  'resources.list': 'List the resources of products',
  'resources.get': 'Get a resource with its credential types',
  'resources.accessOptions': 'What can be chosen in an access request, and why the rest cannot',
  'resources.expose': 'Open a resource for keys and calls',
  'resources.unexpose': 'Close a resource for new keys and for all calls',
  'subscriptions.list': 'List the subscriptions of your teams',
  'subscriptions.get': 'Get a subscription',
  'subscriptions.approve': 'Approve a pending subscription (provider)',
  'subscriptions.reject': 'Reject a pending subscription (provider)',
  'subscriptions.change': 'Move a subscription to another plan',
  'subscriptions.cancel': 'Cancel a subscription and end all access under it',
  'applications.list': 'List the applications of your teams',
  'applications.get': 'Get an application',
  'applications.create': 'Create an application',
  'accessRequests.list': 'List access requests: those of your teams, or all for a provider',
  'accessRequests.get': 'Get an access request with its timeline',
  'accessRequests.create': 'Ask for access to a resource',
  'accessRequests.update': 'Change a rejected access request and send it again',
  'accessRequests.withdraw': 'Withdraw a pending access request',
  'accessRequests.approve': 'Approve a pending access request (provider)',
  'accessRequests.reject': 'Reject a pending access request (provider)',
  'accessRequests.revoke': 'Revoke access that was granted (provider)',
  'accessRequests.history': 'What happened to an access request: who, when, what, why',
  'credentials.list': 'List credentials, without secrets',
  'credentials.options': 'What can be chosen for a new credential, and what stands in the way',
  'credentials.get': 'Get a credential, without its secret',
  'credentials.create': 'Create a credential; it is pending until provisioned',
  'credentials.update': 'Change the name, the grants or the resources of a credential; its secret stays',
  'credentials.renew': 'Give a credential a new secret; the old one works on for as long as chosen',
  'credentials.regenerate': 'Give a credential new identifiers and a new secret; the old ones stop at once',
  'credentials.suspend': 'Suspend an active credential',
  'credentials.enable': 'Enable an inactive credential',
  'credentials.retry': 'Try again what the data plane failed to do',
  'credentials.remove': 'Delete a credential; it is deleting until the data plane has removed it',
  'credentials.reveal': 'Reveal a secret, encrypted to a fresh public key',
  'credentials.share': 'Make a link on which an outside person sets the secret',
  'credentials.unshare': 'Make a share link useless',
  'credentials.provision': 'Have a credential set up that is set up by hand (provider)',
  'credentials.fail': 'Say why a credential cannot be set up (provider)',
  'credentials.history': 'What happened to a credential: who, when, what, why',
  'credentials.batch': 'Suspend, enable, delete or retry several credentials, with a result for each',
  'share.get': 'What the holder of a share link may know',
  'share.setSecret': 'Set or replace the secret, as the holder of a share link',
  'events.list': 'What has changed: a page of events, or a stream of server-sent events',
};

/** What the operations of a resource are about. */
const tags: Record<Resource, string> = {
  session: 'Who is signed in.',
  environments: 'The separate worlds of a marketplace, such as sandbox and production.',
  products: 'What is offered, under which plans.',
  resources: 'The APIs of products, and what asking for access to them takes.',
  subscriptions: 'What a team has subscribed to.',
  applications: 'What calls the APIs.',
  accessRequests: 'Asking for access to a resource, and deciding.',
  credentials: 'What calls are made with, from creation to deletion.',
  share: 'Setting a secret from outside, with the token of a share link as the bearer token.',
  events: 'What has changed, as it happens.',
};

const components: Record<string, z.ZodMiniType> = {
  Timestamp: TimestampSchema,
  Ref: RefSchema,
  Action: ActionSchema,
  FormDefinition: FormDefinitionSchema,
  Session: SessionSchema,
  Quota: QuotaSchema,
  Plan: PlanSchema,
  Product: ProductSchema,
  CredentialType: CredentialTypeSchema,
  Resource: ResourceSchema,
  Subscription: SubscriptionSchema,
  Application: ApplicationSchema,
  TimelineEntry: TimelineEntrySchema,
  AccessRequest: AccessRequestSchema,
  AccessOptions: AccessOptionsSchema,
  Identifier: IdentifierSchema,
  Grant: GrantSchema,
  GrantChoice: GrantChoiceSchema,
  GrantOption: GrantOptionSchema,
  Environment: EnvironmentSchema,
  SecretInfo: SecretInfoSchema,
  SealedSecret: SealedSecretSchema,
  Credential: CredentialSchema,
  CredentialOptions: CredentialOptionsSchema,
  HistoryEntry: HistoryEntrySchema,
  ShareLink: ShareLinkSchema,
  Share: ShareSchema,
  MarketplaceEvent: MarketplaceEventSchema,
  FieldError: FieldErrorSchema,
  Problem: ProblemSchema,
};

type Json = Record<string, unknown>;

const isPlain = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON Schemas of all components, and a function for the schema of anything else that refers to them. */
function jsonSchemas(): { components: Json; schemaOf: (schema: z.ZodMiniType, io: 'input' | 'output') => Json } {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(components)) registry.add(schema, { id });
  const options = {
    target: 'draft-2020-12',
    io: 'output',
    uri: (id: string) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
    override: (context: { zodSchema: unknown; jsonSchema: Json }) => {
      if (context.zodSchema === TimestampSchema) context.jsonSchema['format'] = 'date-time';
      // A tolerant reader's fallback is the reader's affair: no server sends it, and it is no default.
      delete context.jsonSchema['default'];
      if (context.jsonSchema['additionalProperties'] === false) delete context.jsonSchema['additionalProperties'];
      if (Array.isArray(context.jsonSchema['enum']))
        context.jsonSchema['enum'] = context.jsonSchema['enum'].filter((word) => word !== 'unknown');
    },
  } as const;
  const strip = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(strip);
    if (!isPlain(node)) return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => key !== '$schema' && key !== '$id')
        .map(([key, value]) => [key, strip(value)]),
    );
  };
  return {
    components: strip(z.toJSONSchema(registry, options).schemas) as Json,
    schemaOf: (schema, io) => strip(z.toJSONSchema(schema, { ...options, io, metadata: registry })) as Json,
  };
}

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const parameter = (name: string, where: 'path' | 'query' | 'header', schema: Json, required: boolean): Json => ({
  name,
  in: where,
  required,
  schema,
  ...(schema['type'] === 'array' ? { style: 'form', explode: true } : {}),
});

/**
 * The contract as an OpenAPI 3.1 document, generated from the operations table.
 *
 * @param options.servers - Where the API is served, e.g. `/api/amplify/v1`.
 */
export function openApiDocument(options: { servers: { url: string; description?: string }[] }): Json {
  const { components: schemas, schemaOf } = jsonSchemas();
  /** A result's schema: a reference where it is a component, written out where it is not. */
  const resultSchema = (schema: z.ZodMiniType): Json => {
    const id = Object.keys(components).find((name) => components[name] === schema);
    return id === undefined ? inlined(schemaOf(schema, 'output')) : { $ref: `#/components/schemas/${id}` };
  };

  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries(operations) as [OperationName, Operation][]) {
    const [resource = '', method = ''] = name.split('.');
    const input = inlined(schemaOf(operationParams[name], 'input'));
    const properties = (input['properties'] ?? {}) as Record<string, Json>;
    const required = (input['required'] ?? []) as string[];
    const isRead = operation.method === 'GET';
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);
    const hasBody = !isRead && Object.keys(properties).length > 0;
    const text = { type: 'string' };
    const ok: Json = {
      description: summaries[name],
      content: {
        'application/json': { schema: resultSchema(operationResults[name]) },
        ...(name === 'events.list' ? { 'text/event-stream': { schema: text } } : {}),
      },
    };
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = {
      operationId: `${resource}${method.charAt(0).toUpperCase()}${method.slice(1)}`,
      summary: summaries[name],
      tags: [resource],
      parameters: [
        ...names.map((id) => parameter(id, 'path', text, true)),
        ...(isRead ? Object.entries(properties) : []).map(([key, schema]) =>
          parameter(key, 'query', schema, required.includes(key)),
        ),
        ...(isRead ? [] : [parameter('Idempotency-Key', 'header', { ...text, maxLength: 200 }, operation.keyed)]),
        ...(isRead || names.length === 0 ? [] : [parameter('If-Match', 'header', text, false)]),
        ...(name === 'events.list' ? [parameter('Last-Event-ID', 'header', text, false)] : []),
      ],
      ...(hasBody
        ? { requestBody: { required: required.length > 0, content: { 'application/json': { schema: input } } } }
        : {}),
      responses: {
        [operation.status]: ok,
        '4XX': problem('The request cannot be carried out: see `code`.'),
        '5XX': problem('The marketplace failed; nothing was changed unless a repeat under the same key says so.'),
      },
    };
  }

  return {
    openapi: '3.1.0',
    info: {
      title: 'Latchkey marketplace',
      version: '1.0.0',
      summary: 'Access requests and credentials of an API marketplace.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: options.servers,
    security: [{ bearer: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }, schemas },
  };
}

/** Replaces what zod put under `$defs` for components by references to them. */
function inlined(schema: Json): Json {
  const { $defs: _, ...rest } = schema;
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
