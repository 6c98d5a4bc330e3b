import { expect } from '@open-wc/testing';
import { resolveForm, type Field } from '../../../src/elements/schema-fields/field-model.js';

const form = (schema: Record<string, unknown>, draft: Record<string, unknown> = {}) =>
  resolveForm({ schema: { type: 'object', ...schema } }, draft);
const names = (fields: readonly Field[]): string[] => fields.map(({ pointer }) => pointer);

const kinds = {
  properties: { name: { type: 'string' } },
  oneOf: [
    { title: 'Web page', required: ['kind', 'url'], properties: { kind: { const: 'web' }, url: { type: 'string' } } },
    { title: 'Phone', required: ['kind'], properties: { kind: { const: 'phone' }, store: { type: 'string' } } },
  ],
};

describe('UX request 5: alternatives (oneOf, anyOf)', () => {
  it('asks which one, by their titles, and then for what that one needs', () => {
    const { fields, unsupported } = form(kinds);
    expect(names(fields)).to.deep.equal(['/name', '/kind']);
    expect(fields[1]?.options.map(({ label }) => label)).to.deep.equal(['Web page', 'Phone']);
    expect(fields[1]?.required).to.equal(true);
    expect(unsupported).to.deep.equal([]);
    const web = form(kinds, { kind: 'web', url: 'https://a.example', store: 'left from before' });
    expect(names(web.fields)).to.deep.equal(['/name', '/kind', '/url']);
    expect(web.fields[2]?.required).to.equal(true);
    expect(web.data).to.deep.equal({ kind: 'web', url: 'https://a.example' });
    expect(names(form(kinds, { kind: 'phone' }).fields)).to.deep.equal(['/name', '/kind', '/store']);
  });

  it('does so inside of a group too', () => {
    const { fields } = form({ properties: { client: { title: 'Client', ...kinds } } }, { client: { kind: 'web' } });
    expect(names(fields[0]?.fields ?? [])).to.deep.equal(['/client/name', '/client/kind', '/client/url']);
  });

  it('shows what any of them asks for where nothing tells them apart, and says so (X3)', () => {
    const schema = {
      oneOf: [
        { required: ['a', 'both'], properties: { a: { type: 'string' }, both: { type: 'string' } } },
        { required: ['b', 'both'], properties: { b: { type: 'string' }, both: { type: 'string' } } },
      ],
    };
    const { fields, unsupported } = form(schema);
    expect(fields.map(({ pointer, required }) => `${pointer} ${required}`)).to.deep.equal([
      '/a false',
      '/both true',
      '/b false',
    ]);
    expect(unsupported.map(({ keyword }) => keyword)).to.deep.equal(['oneOf']);
  });

  it('is not confused by alternatives that only say what is needed', () => {
    const schema = { properties: { a: {}, b: {} }, anyOf: [{ required: ['a'] }, { required: ['b'] }] };
    const { fields, unsupported } = form(schema);
    expect(fields.map(({ required }) => required)).to.deep.equal([false, false]);
    expect(unsupported).to.deep.equal([]);
  });

  it('has an object of which nothing is known written as JSON, and says so (X3)', () => {
    const schema = { properties: { extra: { type: 'object', title: 'Extra' } } };
    const { fields, unsupported } = form(schema);
    expect(fields[0]?.kind).to.equal('json');
    expect(unsupported).to.deep.equal([{ pointer: '/extra', keyword: 'type', value: 'object' }]);
    expect(form(schema, { extra: '{"a": 1}' }).data).to.deep.equal({ extra: { a: 1 } });
    expect(form(schema, { extra: '{"a"' }).data).to.deep.equal({ extra: '{"a"' });
  });
});
