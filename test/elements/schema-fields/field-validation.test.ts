import { expect } from '@open-wc/testing';
import { resolveForm } from '../../../src/elements/schema-fields/field-model.js';
import { FormValidator, type FieldProblem } from '../../../src/elements/schema-fields/field-validation.js';

describe('FormValidator', () => {
  let validator: FormValidator;

  before(async () => {
    validator = await FormValidator.load();
  });

  const check = (schema: Record<string, unknown>, draft: Record<string, unknown>): FieldProblem[] => {
    const definition = { schema: { type: 'object', ...schema } };
    return validator.checkForm(definition, resolveForm(definition, draft));
  };
  const checkOne = (schema: Record<string, unknown>, typed: unknown): FieldProblem | undefined =>
    check({ properties: { it: schema } }, { it: typed })[0];

  const cases: [keyword: string, limit: unknown, schema: Record<string, unknown>, bad: unknown, good: unknown][] = [
    ['minLength', 3, { minLength: 3 }, 'ab', 'abc'],
    ['maxLength', 2, { maxLength: 2 }, 'abc', 'ab'],
    ['pattern', undefined, { pattern: '^[a-z]+$' }, 'A1', 'abc'],
    ['format', 'email', { format: 'email' }, 'nobody', 'ada@example.com'],
    ['format', 'uri', { format: 'uri' }, 'example', 'https://example.com'],
    ['number', undefined, { type: 'number' }, 'many', '1.5'],
    ['integer', undefined, { type: 'integer' }, '1.5', '2'],
    ['minimum', 5, { type: 'number', minimum: 5 }, '4', '5'],
    ['maximum', 5, { type: 'number', maximum: 5 }, '6', '5'],
    ['exclusiveMinimum', 5, { type: 'number', exclusiveMinimum: 5 }, '5', '6'],
    ['multipleOf', 5, { type: 'number', multipleOf: 5 }, '6', '10'],
    ['minItems', 2, { type: 'array', minItems: 2, items: {} }, ['a'], ['a', 'b']],
    ['maxItems', 1, { type: 'array', maxItems: 1, items: { enum: ['a', 'b'] } }, ['a', 'b'], ['a']],
    ['uniqueItems', true, { type: 'array', uniqueItems: true, items: {} }, ['a', 'a'], ['a', 'b']],
    ['const', true, { type: 'boolean', const: true }, false, true],
  ];
  for (const [keyword, limit, schema, bad, good] of cases) {
    it(`finds what breaks ${keyword} ${typeof limit === 'string' ? limit : ''}`, () => {
      expect(checkOne(schema, bad)).to.deep.include({ pointer: '/it', keyword });
      expect(checkOne(schema, bad)?.limit).to.equal(limit);
      expect(checkOne(schema, good)).to.equal(undefined);
    });
  }

  it('finds every field that is missing, in the order of the form', () => {
    const schema = { properties: { a: {}, b: {}, c: {} }, required: ['c', 'a'], 'x-axway-order': ['c', 'b', 'a'] };
    expect(check(schema, {})).to.deep.equal([
      { pointer: '/c', keyword: 'required' },
      { pointer: '/a', keyword: 'required' },
    ]);
  });

  it('finds what is wrong inside of lists and groups, at its own place', () => {
    const schema = {
      properties: {
        list: { type: 'array', items: { type: 'string', format: 'uri' } },
        group: { type: 'object', properties: { mail: { format: 'email' }, name: {} }, required: ['name'] },
      },
    };
    expect(
      check(schema, { list: ['https://a.example', 'no'], group: { mail: 'no' } }).map(({ pointer }) => pointer),
    ).to.deep.equal(['/list/1', '/group/mail', '/group/name']);
  });

  it('asks nothing inside of an optional group that is empty', () => {
    const schema = { properties: { group: { type: 'object', properties: { name: {} }, required: ['name'] } } };
    expect(check(schema, {})).to.deep.equal([]);
    expect(check({ ...schema, required: ['group'] }, {})[0]?.pointer).to.equal('/group/name');
  });

  it('finds what only shows across fields', () => {
    const schema = { properties: { a: {}, b: {} }, not: { required: ['a', 'b'] } };
    expect(check(schema, { a: '1', b: '2' })).to.deep.equal([{ pointer: '', keyword: 'form' }]);
    expect(check(schema, { a: '1' })).to.deep.equal([]);
  });

  it('does not stop a form whose schema it cannot read', () => {
    expect(checkOne({ type: 'money' }, 'x')).to.equal(undefined);
    expect(checkOne({ pattern: '(' }, 'x')).to.equal(undefined);
    expect(check({ properties: { a: { $ref: '#/nowhere' } } }, { a: 'x' })).to.deep.equal([]);
  });

  it('checks the fields of the branch that applies, not those of the others', () => {
    const schema = {
      properties: { method: { enum: ['a', 'b'] } },
      dependencies: {
        method: {
          oneOf: [
            { properties: { method: { enum: ['a'] }, x: { minLength: 3 } } },
            { properties: { method: { enum: ['b'] }, y: {} }, required: ['y'] },
          ],
        },
      },
    };
    expect(check(schema, { method: 'a', x: 'xx' })).to.deep.equal([{ pointer: '/x', keyword: 'minLength', limit: 3 }]);
    expect(check(schema, { method: 'b' })).to.deep.equal([{ pointer: '/y', keyword: 'required' }]);
  });
});
