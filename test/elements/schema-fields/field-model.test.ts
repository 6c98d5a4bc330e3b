import { expect } from '@open-wc/testing';
import { resolveForm, type Field } from '../../../src/elements/schema-fields/field-model.js';
import type { Draft } from '../../../src/elements/schema-fields/field-values.js';

const form = (schema: Record<string, unknown>, draft: Draft = {}, order?: string[]) =>
  resolveForm({ schema: { type: 'object', ...schema }, order }, draft);

const property = (schema: Record<string, unknown>, typed?: unknown) => {
  const { fields, data, unsupported } = form({ properties: { it: schema } }, typed === undefined ? {} : { it: typed });
  return { field: fields[0] as Field, data: data['it'], unsupported };
};

const names = (fields: readonly Field[]) => fields.map(({ pointer }) => pointer.slice(1));

describe('resolveForm', () => {
  describe('kinds of field', () => {
    const cases: [string, Record<string, unknown>, Partial<Field>][] = [
      ['a string', { type: 'string' }, { kind: 'text', inputType: 'text' }],
      ['a string that may be null', { type: ['null', 'string'] }, { kind: 'text' }],
      ['a multi-line string', { type: 'string', 'x-axway-widget': 'textArea' }, { kind: 'multiline' }],
      ['a multi-line string in the other spelling', { 'x-axway-widget': 'textarea' }, { kind: 'multiline' }],
      ['a number', { type: 'number' }, { kind: 'number' }],
      ['an integer', { type: 'integer' }, { kind: 'number' }],
      ['a boolean', { type: 'boolean' }, { kind: 'boolean' }],
      ['an email address', { type: 'string', format: 'email' }, { inputType: 'email' }],
      ['a web address', { type: 'string', format: 'uri' }, { inputType: 'url' }],
      ['a date', { type: 'string', format: 'date' }, { inputType: 'date' }],
      ['a time', { type: 'string', format: 'time' }, { inputType: 'time' }],
      ['a date and time', { type: 'string', format: 'date-time' }, { inputType: 'datetime-local' }],
      ['a password', { type: 'string', format: 'password' }, { inputType: 'password', encrypted: true }],
      [
        'an encrypted string',
        { type: 'string', 'x-axway-encrypted': true },
        { inputType: 'password', encrypted: true },
      ],
      ['an enumeration', { enum: ['a', 'b'] }, { kind: 'choice' }],
      ['a list of text', { type: 'array', items: { type: 'string' } }, { kind: 'list' }],
      ['a list of chips', { type: 'array', items: { anyOf: [{ type: 'string' }] } }, { kind: 'list' }],
      ['a list of choices', { type: 'array', items: { enum: ['a'] } }, { kind: 'choices' }],
      [
        'chips with choices',
        { type: 'array', items: { anyOf: [{ type: 'string', enum: ['a'] }] } },
        { kind: 'choices' },
      ],
      ['a nested object', { type: 'object', properties: { a: {} } }, { kind: 'group' }],
      ['properties without a type', { properties: { a: {} } }, { kind: 'group' }],
      ['nothing at all', {}, { kind: 'text' }],
      ['a read-only string', { type: 'string', readOnly: true }, { kind: 'text', readOnly: true }],
    ];
    for (const [name, schema, expected] of cases) {
      it(`knows ${name}`, () => {
        const { field, unsupported } = property(schema);
        expect(field).to.include(expected);
        expect(unsupported).to.deep.equal([]);
      });
    }
  });

  describe('labels and choices', () => {
    it('labels by title, then x-axway-label, then name', () => {
      const { fields } = form({
        properties: { a: { title: 'A title', 'x-axway-label': 'no' }, b: { 'x-axway-label': 'B label' }, c: {} },
      });
      expect(fields.map(({ label }) => label)).to.deep.equal(['A title', 'B label', 'c']);
    });

    it('labels choices by the titles of oneOf', () => {
      const { field, data } = property(
        { type: 'string', oneOf: [{ const: 'try', title: 'Just trying' }, { const: 'dev' }] },
        'try',
      );
      expect(field.options).to.deep.equal([
        { value: 'try', label: 'Just trying' },
        { value: 'dev', label: 'dev' },
      ]);
      expect(data).to.equal('try');
    });

    it('labels choices by x-enum-values, whichever side the values are on', () => {
      const values = { Gold: 'g', Silver: 's' };
      expect(
        property({ enum: ['g', 's'], 'x-enum-values': values }).field.options.map(({ label }) => label),
      ).to.deep.equal(['Gold', 'Silver']);
      expect(property({ enum: ['Gold', 'Silver'], 'x-enum-values': values }).field.options).to.deep.equal([
        { value: 'Gold', label: 'Gold' },
        { value: 'Silver', label: 'Silver' },
      ]);
    });

    it('keeps choices that are not text as they are', () => {
      expect(property({ enum: [1, 2] }, 2)).to.deep.include({ data: 2 });
    });

    it('drops a choice that is not offered any more', () => {
      expect(property({ enum: ['a'] }, 'gone').data).to.equal(undefined);
    });
  });

  describe('order and visibility', () => {
    const properties = { a: {}, b: {}, c: {} };

    it('follows the order of the definition and appends the rest', () => {
      expect(names(form({ properties }, {}, ['c', 'x', 'a']).fields)).to.deep.equal(['c', 'a', 'b']);
    });

    it('follows x-axway-order', () => {
      expect(names(form({ properties, 'x-axway-order': ['b'] }).fields)).to.deep.equal(['b', 'a', 'c']);
    });

    it('sends the default of hidden fields without showing them', () => {
      const { fields, data } = form({
        properties: { a: {}, h: { 'x-axway-hidden': true, default: 1, type: 'integer' }, i: { format: 'hidden' } },
      });
      expect(names(fields)).to.deep.equal(['a']);
      expect(data).to.deep.equal({ h: 1 });
    });

    it('escapes names in pointers', () => {
      expect(form({ properties: { 'a/b~c': {} } }).fields[0]?.pointer).to.equal('/a~1b~0c');
    });
  });

  describe('values', () => {
    it('uses the default until something is typed, and nothing once it is emptied', () => {
      expect(property({ default: 'x' }).data).to.equal('x');
      expect(property({ default: 'x' }, 'y').data).to.equal('y');
      expect(property({ default: 'x' }, '').data).to.equal(undefined);
    });

    it('sends numbers as numbers and keeps what is none', () => {
      expect(property({ type: 'number' }, '1.50')).to.deep.include({ data: 1.5 });
      expect(property({ type: 'number' }, '1.50').field.value).to.equal('1.50');
      expect(property({ type: 'number' }, 'many').data).to.equal('many');
      expect(property({ type: 'number' }, ' ').data).to.equal(undefined);
    });

    it('sends date-times in UTC and shows them on the device clock', () => {
      const at = '2026-11-20T14:30:00.000Z';
      const { field } = property({ format: 'date-time' }, at);
      expect(property({ format: 'date-time' }, field.value).data).to.equal(at);
    });

    it('sends times with an offset', () => {
      const { data } = property({ format: 'time' }, '09:30');
      expect(data).to.match(/^09:30:00[+-]\d\d:\d\d$/);
      expect(property({ format: 'time' }, data).field.value).to.equal('09:30');
    });

    it('takes an untouched box for no only where an answer is required', () => {
      expect(form({ properties: { b: { type: 'boolean' } } }).data).to.deep.equal({});
      expect(form({ properties: { b: { type: 'boolean' } }, required: ['b'] }).data).to.deep.equal({ b: false });
    });

    it('leaves out empty items and empty objects', () => {
      const schema = { properties: { l: { type: 'array', items: {} }, o: { properties: { a: {} } } } };
      expect(form(schema, { l: ['', 'x', undefined], o: { a: '' } }).data).to.deep.equal({ l: ['x'] });
    });

    it('shows as many items as are needed at least', () => {
      expect(property({ type: 'array', minItems: 2, items: {} }).field.fields).to.have.length(2);
    });
  });

  describe('conditional fields', () => {
    const dependent = {
      properties: { method: { type: 'string', enum: ['basic', 'jwt'], default: 'basic' } },
      dependencies: {
        method: {
          oneOf: [
            { properties: { method: { enum: ['basic'] } } },
            { properties: { method: { enum: ['jwt'] }, jwksURI: { type: 'string' } }, required: ['jwksURI'] },
          ],
        },
      },
    };

    it('shows the fields of the branch of dependencies that applies', () => {
      expect(names(form(dependent).fields)).to.deep.equal(['method']);
      const chosen = form(dependent, { method: 'jwt' });
      expect(names(chosen.fields)).to.deep.equal(['method', 'jwksURI']);
      expect(chosen.fields[1]?.required).to.equal(true);
    });

    it('does not send what was typed into a field that no longer applies', () => {
      expect(form(dependent, { method: 'basic', jwksURI: 'https://a.example' }).data).to.deep.equal({
        method: 'basic',
      });
    });

    it('follows a chain of conditions', () => {
      const schema = {
        properties: { a: { default: 'x' } },
        dependencies: { a: { properties: { b: { default: 'y' } } } },
        allOf: [
          {
            if: { required: ['b'], properties: { b: { const: 'y' } } },
            then: { properties: { c: {} }, required: ['c'] },
          },
        ],
      };
      expect(names(form(schema).fields)).to.deep.equal(['a', 'b', 'c']);
      expect(names(form(schema, { b: 'z' }).fields)).to.deep.equal(['a', 'b']);
    });

    it('requires what a property depends on', () => {
      const schema = { properties: { a: {}, b: {} }, dependencies: { a: ['b'] } };
      expect(form(schema, { a: 'x' }).fields[1]?.required).to.equal(true);
      expect(form(schema).fields[1]?.required).to.equal(false);
    });

    it('follows references', () => {
      const schema = {
        definitions: { mail: { type: 'string', format: 'email' } },
        properties: { a: { $ref: '#/definitions/mail' } },
      };
      expect(form(schema).fields[0]?.inputType).to.equal('email');
    });

    it('does not loop on a schema that refers to itself', () => {
      expect(() => form({ properties: { a: { $ref: '#' } } })).not.to.throw();
    });
  });

  describe('what it does not know', () => {
    it('shows an unknown type as text and says so', () => {
      const { field, unsupported } = property({ type: 'money' });
      expect(field.kind).to.equal('text');
      expect(unsupported).to.deep.equal([{ pointer: '/it', keyword: 'type', value: 'money' }]);
    });

    it('names unknown keywords, widgets and alternatives that nothing tells apart', () => {
      expect(property({ sparkle: 1 }).unsupported).to.deep.equal([{ pointer: '/it', keyword: 'sparkle', value: 1 }]);
      expect(property({ 'x-axway-widget': 'map' }).unsupported[0]?.keyword).to.equal('x-axway-widget');
      expect(property({ oneOf: [{ type: 'string' }, { type: 'object' }] }).unsupported[0]?.keyword).to.equal('oneOf');
    });

    it('passes over extensions of vendors', () => {
      expect(property({ 'x-custom-field': true }).unsupported).to.deep.equal([]);
    });

    it('shows what refers to nothing as text and says so', () => {
      for (const $ref of ['#/definitions/100%', '#/definitions/none', 'https://schemas.example/mail.json']) {
        const { field, unsupported } = property({ $ref });
        expect(field.kind).to.equal('text');
        expect(unsupported).to.deep.equal([{ pointer: '/it', keyword: '$ref', value: $ref }]);
        expect(form({ $ref }).unsupported).to.deep.equal([{ pointer: '', keyword: '$ref', value: $ref }]);
      }
    });

    it('follows a reference to a name with a percent sign, escaped or not', () => {
      const definitions = { '100%': { type: 'boolean' } };
      for (const $ref of ['#/definitions/100%', '#/definitions/100%25']) {
        expect(form({ definitions, properties: { it: { $ref } } }).fields[0]?.kind).to.equal('boolean');
      }
    });

    it('shows a usable number of items where nobody could fill in as many as are needed, and says so', () => {
      const cases: [minItems: number, shown: number][] = [
        [2.5, 3],
        [-1, 0],
        [30_000, 100],
        [1e10, 100],
        [Infinity, 100],
      ];
      for (const [minItems, shown] of cases) {
        const { field, unsupported } = property({ type: 'array', minItems, items: { type: 'string' } });
        expect(field.fields).to.have.length(shown);
        expect(unsupported).to.deep.equal([{ pointer: '/it', keyword: 'minItems', value: minItems }]);
      }
    });

    it('shows a usable number of fields of lists in lists', () => {
      const list = (items: object) => ({ type: 'array', minItems: 100, items });
      const { field, unsupported } = property(list(list(list({ type: 'string' }))));
      const count = (one: Field): number => one.fields.reduce((sum, inner) => sum + count(inner), one.fields.length);
      expect(count(field)).to.be.within(100, 3_000);
      expect(unsupported.map(({ pointer }) => pointer)).to.include('/it/0');
    });

    it('survives a schema that is none', () => {
      for (const schema of [{ properties: 7 }, { properties: { a: 7, b: null, c: [] } }, { required: 'a', allOf: 3 }]) {
        expect(() => form(schema)).not.to.throw();
      }
    });
  });
});
