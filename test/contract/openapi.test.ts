import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  openApiDocument,
  operationParams,
  operations,
  type Operation,
  type OperationName,
} from '../../src/contract/index.js';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: Record<string, unknown>;
}

interface OpenApiOperation {
  operationId: string;
  summary: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { content: Record<string, { schema: Record<string, unknown> }> }>;
}

const document = openApiDocument({ servers: [{ url: '/api/v1' }] });
const paths = document['paths'] as Record<string, Record<string, OpenApiOperation>>;
const rows = Object.entries(operations) as [OperationName, Operation][];
const operationOf = ({ method, path }: Operation): OpenApiOperation => paths[path]![method.toLowerCase()]!;

/** Every value in a document with the path to it. */
function* walk(value: unknown, path = '#'): Generator<[string, unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) yield* walk(item, `${path}/${key}`);
}

describe('the OpenAPI document', () => {
  it('has every operation of the table and no other', () => {
    const count = Object.values(paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0);
    assert.equal(count, rows.length);
    for (const [name, row] of rows) {
      const operation = operationOf(row);
      assert.ok(operation, name);
      assert.ok(operation.summary.length > 0, name);
      assert.deepEqual(Object.keys(operation.responses), [String(row.status), '4XX', '5XX']);
    }
    const ids = rows.map(([, row]) => operationOf(row).operationId);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('has a parameter for every id in a path', () => {
    for (const [, row] of rows) {
      const ids = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, id]) => id);
      const parameters = operationOf(row).parameters.filter((parameter) => parameter.in === 'path');
      assert.deepEqual(
        parameters.map(({ name }) => name),
        ids,
      );
      for (const { required } of parameters) assert.equal(required, true);
    }
  });

  it('has parameters in the query of reads and in the body of writes', () => {
    for (const [name, row] of rows) {
      const operation = operationOf(row);
      const keys = Object.keys((operationParams[name] as unknown as { shape: object }).shape);
      const query = operation.parameters
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => parameter.name);
      const body = Object.keys(operation.requestBody?.content['application/json']?.schema['properties'] ?? {});
      assert.deepEqual(row.method === 'GET' ? query : body, keys, name);
      assert.deepEqual(row.method === 'GET' ? body : query, [], name);
    }
  });

  it('has the headers that the contract gives to writes', () => {
    const headersOf = (name: OperationName): [string, boolean][] =>
      operationOf(operations[name])
        .parameters.filter((parameter) => parameter.in === 'header')
        .map((parameter) => [parameter.name, parameter.required]);
    assert.deepEqual(headersOf('credentials.create'), [['Idempotency-Key', true]]);
    assert.deepEqual(headersOf('credentials.reveal'), [
      ['Idempotency-Key', true],
      ['If-Match', false],
    ]);
    assert.deepEqual(headersOf('credentials.batch'), [['Idempotency-Key', true]]);
    assert.deepEqual(headersOf('credentials.suspend'), [
      ['Idempotency-Key', false],
      ['If-Match', false],
    ]);
    assert.deepEqual(headersOf('credentials.get'), []);
    assert.deepEqual(headersOf('events.list'), [['Last-Event-ID', false]]);
  });

  it('refers to nothing that is not there', () => {
    const found = new Map(walk(document));
    const references = [...found].filter(([path]) => path.endsWith('/$ref')).map(([, target]) => target as string);
    assert.ok(references.length > 50);
    for (const reference of references) assert.ok(found.has(reference), reference);
    for (const [path] of found) assert.equal(/\$(defs|schema|id)$/.test(path), false, path);
  });

  it('says nothing of the words that only a tolerant reader knows', () => {
    for (const [path, value] of walk(document)) {
      if (path.endsWith('/enum')) assert.equal((value as string[]).includes('unknown'), false, path);
      assert.notEqual(value, 'unknown', path);
    }
    const { Credential } = (document['components'] as { schemas: Record<string, { properties: object }> }).schemas;
    assert.deepEqual((Credential as { properties: { state: unknown } }).properties.state, {
      enum: ['pending', 'active', 'inactive', 'deleting', 'expired', 'error'],
      type: 'string',
    });
  });

  it('lets a newer marketplace answer more than it says', () => {
    for (const [path, value] of walk(document))
      if (path.endsWith('/additionalProperties')) assert.notEqual(value, false);
  });

  it('is plain JSON, and the same every time', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
    assert.deepEqual(openApiDocument({ servers: [{ url: '/api/v1' }] }), document);
  });
});
