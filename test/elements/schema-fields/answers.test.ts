import { expect } from '@open-wc/testing';
import { answersOf } from '../../../src/elements/schema-fields/answers.js';

const words = { yes: 'Yes', no: 'No', hidden: 'Not shown' };

describe('answersOf', () => {
  it('reads answers under the labels of their questions, in the order of the form', () => {
    const definition = {
      schema: {
        properties: {
          many: { type: 'array', title: 'Many', items: { oneOf: [{ const: 'x', title: 'The x' }, { const: 'y' }] } },
          one: { title: 'One', oneOf: [{ const: 'a', title: 'The a' }] },
          agree: { type: 'boolean', title: 'Agree' },
          group: { type: 'object', properties: { mail: { title: 'Mail' }, empty: { title: 'Empty' } } },
          code: { title: 'Code', 'x-axway-encrypted': true },
          count: { type: 'integer', title: 'Count' },
        },
      },
      order: ['one'],
    };
    const data = {
      many: ['x', 'y'],
      one: 'a',
      agree: false,
      group: { mail: 'ada@example.com' },
      code: 'shh',
      count: 3,
    };
    expect(answersOf(definition, data, words).map(({ label, text }) => `${label}: ${text}`)).to.deep.equal([
      'One: The a',
      'Many: The x, y',
      'Agree: No',
      'Mail: ada@example.com',
      'Code: Not shown',
      'Count: 3',
    ]);
  });

  it('reads them under the names of the data when the questions are not known', () => {
    expect(answersOf(undefined, { a: 'x', b: { c: 1 } }, words)).to.deep.equal([
      { label: 'a', text: 'x' },
      { label: 'b', text: '{"c":1}' },
    ]);
  });
});
