import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { answersOf } from '../../../src/elements/schema-fields/answers.js';
import { translatedSchema } from '../../../src/elements/schema-fields/translated-form.js';
import { nameOf, shows, textOf, waitUntil } from '../page.js';
import { field, fieldsOf, problem } from './fields-host.js';

const schema = {
  type: 'object',
  required: ['purpose'],
  properties: {
    purpose: { type: 'string', title: 'Purpose', description: 'A sentence.', minLength: 5 },
    size: { type: 'string', title: 'Size', enum: ['s', 'l'], enumNames: ['Small', 'Large'] },
    kind: { type: 'string', title: 'Kind', enum: ['a', 'b'], 'x-enum-values': { First: 'a', Second: 'b' } },
    title: { type: 'string', title: 'Title', enum: ['x'] },
  },
};
const translations = {
  de: {
    '/properties/purpose/title': 'Zweck',
    '/properties/purpose/description': 'Ein Satz.',
    '/properties/size/enumNames/0': 'Klein',
    '/properties/size/enumNames/1': 'Groß',
    '/properties/kind/x-enum-values/First': 'Erstens',
    '/properties/kind/enum/1': 'Zweitens',
    '/properties/title/title': 'Titel',
    '/properties/title/enum/0': 'Ix',
    '/properties/purpose/minLength': 'nothing to translate',
    '/properties/nowhere/title': 'Nirgends',
    '/properties/purpose': 'no schema',
  },
  'de-AT': { '/properties/purpose/title': 'Wofür' },
};

const labels = (language: string): string[] => {
  const translated = translatedSchema({ schema, translations }, language);
  return answersOf(
    { schema: translated },
    { purpose: 'to pay', size: 's', kind: 'b', title: 'x' },
    {
      yes: '',
      no: '',
      hidden: '',
    },
  ).map(({ label, text }) => `${label}: ${text}`);
};

describe('UX request 5: a definition with translations of its own (X5)', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('falls back from the region to the language to the text as it stands', () => {
    expect(labels('de')).to.deep.equal(['Zweck: to pay', 'Size: Klein', 'Kind: Zweitens', 'Titel: Ix']);
    expect(labels('de-AT')[0]).to.equal('Wofür: to pay');
    expect(labels('DE-at')[1]).to.equal('Size: Klein');
    expect(labels('fr')).to.deep.equal(['Purpose: to pay', 'Size: Small', 'Kind: Second', 'Title: x']);
  });

  it('changes texts only: never a value, a rule or the shape', () => {
    const translated = translatedSchema({ schema, translations }, 'de') as typeof schema;
    expect(translated.properties.size.enum).to.deep.equal(['s', 'l']);
    expect(translated.properties.purpose.minLength).to.equal(5);
    expect(Object.values(translated.properties.kind['x-enum-values'])).to.deep.equal(['a', 'b']);
    expect(translated.properties).not.to.have.property('nowhere');
    expect(schema.properties.purpose.title).to.equal('Purpose');
  });

  it('is not broken by translations of another shape', () => {
    for (const odd of [{ de: 'x' }, { de: { '/properties': 'x', '': 'x', 'no pointer': 'x' } }, { de: { '/a/b': 1 } }])
      expect(translatedSchema({ schema, translations: odd }, 'de')).to.deep.equal(schema);
  });

  it('speaks another language at once, with everything that was typed', async () => {
    const host = await fieldsOf(schema, {}, translations);
    await shows(host, 'Purpose');
    field(host, '/purpose').focus();
    await sendKeys({ type: 'pay' });
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => problem(host, '/purpose') !== '');
    host.lang = 'de-AT';
    await shows(host, 'Wofür');
    expect(textOf(host)).to.contain('Ein Satz.').and.not.to.contain('Purpose');
    expect(nameOf(field(host, '/size')))
      .to.contain('Klein')
      .and.to.contain('Groß');
    expect(field(host, '/purpose').value).to.equal('pay');
    expect(host.fields.data).to.deep.equal({ purpose: 'pay' });
    expect(problem(host, '/purpose')).not.to.equal('');
    host.lang = 'en';
    await shows(host, 'Purpose');
    expect((await host.fields.check())[0]?.label).to.equal('Purpose');
  });
});
