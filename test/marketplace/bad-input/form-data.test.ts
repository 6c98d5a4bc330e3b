import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adasRequest, createWorld } from '../world.js';
import { outcome, serve } from './wire.js';

type Schema = Record<string, unknown>;

/** What comes of a request whose form has this schema: `201`, or the pointers of what is wrong. */
async function filledIn(schema: Schema, data: unknown): Promise<string> {
  const world = await createWorld();
  await world.store.write(async (tx) => {
    const orders = await tx.get('resource', 'orders');
    if (orders) await tx.put('resource', { ...orders, requestForm: { schema } });
  });
  const response = await serve(world)('/access-requests', {
    method: 'POST',
    headers: { authorization: 'Bearer ada', 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: JSON.stringify({ ...adasRequest(), data }),
  });
  return (await outcome(response)).replace('422 validation-failed ', '').replaceAll('/data/', '/');
}

const form = (properties: Schema, more: Schema = {}): Schema => ({ type: 'object', properties, ...more });
const one = (schema: Schema): Schema => form({ a: schema });

/** Fields that show only for one value of another one, as react-jsonschema-form writes it. */
const client = form(
  { kind: { type: 'string', enum: ['web', 'native'] } },
  {
    required: ['kind'],
    dependencies: {
      kind: {
        oneOf: [
          {
            properties: {
              kind: { enum: ['web'] },
              size: { enum: ['s', 'm'] },
              origin: { type: 'string', minLength: 8 },
            },
            required: ['origin'],
          },
          { properties: { kind: { enum: ['native'] }, platform: { type: 'string' } }, required: ['platform'] },
        ],
      },
    },
  },
);
const shipping = form(
  { country: { type: 'string' } },
  {
    if: { properties: { country: { const: 'us' } }, required: ['country'] },
    then: { required: ['state'], properties: { state: { minLength: 2 } } },
    else: { required: ['province'] },
  },
);
const nested = form({
  a: form({ 'b/c': { type: 'array', items: form({ d: { type: 'number' } }, { required: ['d'] }) } }),
});
const branches = {
  oneOf: [
    {
      type: 'object',
      properties: { by: { const: 'mail' }, address: { type: 'string', format: 'email' } },
      required: ['by', 'address'],
    },
    { type: 'object', properties: { by: { const: 'phone' }, number: { type: 'integer' } }, required: ['by', 'number'] },
  ],
};
const tree = {
  ...form({ a: { $ref: '#/definitions/node' } }),
  definitions: { node: form({ name: { minLength: 1 }, next: { $ref: '#/definitions/node' } }) },
};
const text = (format: string): Schema => one({ type: 'string', format });

/** Feature, schema, what is filled in, and what comes of it. */
const rows: [string, Schema, unknown, string][] = [
  ['type', one({ type: 'string' }), { a: 1 }, '/a'],
  ['several types', one({ type: ['string', 'null'] }), { a: 1 }, '/a'],
  ['integer', one({ type: 'integer' }), { a: 1.5 }, '/a'],
  ['integer, as a text', one({ type: 'integer' }), { a: '1' }, '/a'],
  ['required', form({}, { required: ['a', 'b'] }), { b: null }, '/a'],
  ['required, of a name with signs', form({}, { required: ['a/b~"c"'] }), {}, '/a~1b~0"c"'],
  ['required, which all objects inherit', form({}, { required: ['toString'] }), {}, '/toString'],
  ['enum', one({ enum: ['x', 1, null, { y: [] }] }), { a: '1' }, '/a'],
  ['enum of objects', one({ enum: [{ y: [1] }] }), { a: { y: [1, 2] } }, '/a'],
  ['const', one({ const: false }), { a: 0 }, '/a'],
  ['minLength', one({ minLength: 2 }), { a: '\ud83d\ude00' }, '/a'],
  ['maxLength', one({ maxLength: 2 }), { a: 'abc' }, '/a'],
  ['pattern', one({ pattern: '^[a-z]+$' }), { a: 'a\nb' }, '/a'],
  ['minimum and maximum', form({ a: { minimum: 1 }, b: { maximum: 1 } }), { a: 0, b: 2 }, '/a /b'],
  ['exclusive bounds', form({ a: { exclusiveMinimum: 1 }, b: { exclusiveMaximum: 1 } }), { a: 1, b: 1 }, '/a /b'],
  ['multipleOf', one({ multipleOf: 0.1 }), { a: 0.25 }, '/a'],
  ['multipleOf, of very much', one({ multipleOf: 1e-300 }), { a: 1.5e308 }, '201'],
  ['format e-mail', text('email'), { a: 'ada@' }, '/a'],
  ['format URI', text('uri'), { a: 'shop.example' }, '/a'],
  ['format URL, which draft-07 has not', text('url'), { a: `http://${'a'.repeat(60)}!` }, '201'],
  ['format date', text('date'), { a: '2026-02-29' }, '/a'],
  ['format date-time', text('date-time'), { a: '2026-02-28 25:00:00Z' }, '/a'],
  ['format hostname', text('hostname'), { a: '-x' }, '/a'],
  ['format IPv4', text('ipv4'), { a: '256.0.0.1' }, '/a'],
  ['format that nobody knows', text('data-url'), { a: 'x' }, '201'],
  ['items', one({ type: 'array', items: { type: 'string' } }), { a: ['x', 1, 'y', null] }, '/a/1 /a/3'],
  ['items by place', one({ items: [{ type: 'string' }], additionalItems: false }), { a: [1, 2] }, '/a/0 /a/1'],
  ['minItems', one({ minItems: 2 }), { a: [1] }, '/a'],
  ['maxItems', one({ maxItems: 1 }), { a: [1, 2] }, '/a'],
  ['uniqueItems', one({ uniqueItems: true }), { a: [{ x: 1 }, { x: 1 }] }, '/a'],
  ['contains', one({ contains: { const: 1 } }), { a: [] }, '/a'],
  ['a list that is too long for any form', one({}), { a: Array(1001).fill(0) }, '/a'],
  ['additionalProperties', form({ a: {} }, { additionalProperties: false }), { a: 1, b: 2, 'c/d': 3 }, '/b /c~1d'],
  ['additionalProperties of a type', form({}, { additionalProperties: { type: 'number' } }), { b: 'x' }, '/b'],
  [
    'additionalProperties, against __proto__',
    form({}, { additionalProperties: false }),
    JSON.parse('{"__proto__":{"a":1}}'),
    '201',
  ],
  ['patternProperties', form({}, { patternProperties: { '^x-': { type: 'string' } } }), { 'x-a': 1 }, '/x-a'],
  ['propertyNames', form({}, { propertyNames: { maxLength: 3 } }), { long: 1 }, '/long'],
  ['minProperties', form({}, { minProperties: 1 }), {}, '/data'],
  ['maxProperties', form({}, { maxProperties: 1 }), { a: 1, b: 1 }, '/data'],
  ['dependencies', form({}, { dependencies: { a: ['b', 'c'] } }), { a: 1, b: 1 }, '/c'],
  [
    'dependencies beside another error',
    form({ a: { type: 'string' } }, { dependencies: { a: ['b'] } }),
    { a: 1 },
    '/b /a',
  ],
  [
    'dependencies on a schema',
    form({}, { dependencies: { a: form({ b: { minLength: 2 } }, { required: ['c'] }) } }),
    { a: 1, b: 'x' },
    '/c /b',
  ],
  ['dependencies that show fields: one is missing', client, { kind: 'web' }, '/origin'],
  ['dependencies that show fields: one is wrong', client, { kind: 'web', origin: 'x' }, '/origin'],
  ['dependencies that show fields: two are wrong', client, { kind: 'web', origin: 1, size: 'xl' }, '/size /origin'],
  ['dependencies that show fields: those of the other', client, { kind: 'native', origin: 'https://a' }, '/platform'],
  ['dependencies that show fields: a value for none', client, { kind: 'tv' }, '/data /kind'],
  ['dependencies that show fields: all is well', client, { kind: 'native', platform: 'x' }, '201'],
  ['if and then', shipping, { country: 'us', state: 'C' }, '/state'],
  ['if and else', shipping, { country: 'ca' }, '/province'],
  [
    'oneOf as labels',
    one({
      oneOf: [
        { const: 'x', title: 'X' },
        { const: 'y', title: 'Y' },
      ],
    }),
    { a: 'z' },
    '/a',
  ],
  ['oneOf that fits twice', one({ oneOf: [{ type: 'number' }, { minimum: 1 }] }), { a: 2 }, '/a'],
  ['oneOf as branches: the one that is meant', one(branches), { a: { by: 'phone', number: 1.5 } }, '/a/number'],
  ['oneOf as branches: none is meant', one(branches), { a: { by: 'pigeon' } }, '/a'],
  [
    'oneOf as branches in a list',
    one({ items: branches }),
    { a: [{ by: 'mail' }, { by: 'phone', number: 'x' }] },
    '/a/0/address /a/1/number',
  ],
  ['anyOf', one({ items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }), { a: [1, 'x', null] }, '/a/0'],
  ['allOf', one({ allOf: [{ minLength: 2 }, { pattern: '^x' }] }), { a: 'y' }, '/a'],
  ['not', one({ not: { const: 'admin' } }), { a: 'admin' }, '/a'],
  ['what is nested', nested, { a: { 'b/c': [{ d: 1 }, {}, { d: 'x' }] } }, '/a/b~1c/1/d /a/b~1c/2/d'],
  ['$ref', tree, { a: { name: 'x', next: { name: 'y', next: { name: '' } } } }, '/a/next/next/name'],
  ['a schema that forbids everything', one(false as unknown as Schema), { a: 1 }, '/a'],
  ['a keyword of a newer draft', one({ unevaluatedProperties: false, 'x-axway-widget': 'slider' }), { a: {} }, '201'],
];

describe('bad input to a form (A2)', () => {
  for (const [what, schema, data, expected] of rows)
    it(what, async () => assert.equal(await filledIn(schema, data), expected));

  it('names a hundred wrong fields, and not all there are', async () => {
    const answer = await filledIn(one({ items: { type: 'string' } }), { a: Array(1000).fill(0) });
    assert.equal(answer.split(' ').length, 100);
  });
});
