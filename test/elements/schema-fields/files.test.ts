import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { factsOf, mostBytes, objectionTo } from '../../../src/elements/schema-fields/file-value.js';
import { aFile, chooseFile, dropFile } from '../form-page.js';
import { control, focused, nameOf, shows, textOf, waitUntil } from '../page.js';
import { field, fieldsOf, problem, type FieldsHost } from './fields-host.js';

const contract = {
  type: 'string',
  title: 'Contract',
  format: 'data-url',
  contentMediaType: 'application/pdf',
  maxLength: 2_000,
};

const zone = (host: FieldsHost): Element => host.shadowRoot?.querySelector('[part="file"]') as Element;

const aForm = (schema: Record<string, unknown> = contract, data?: Record<string, unknown>): Promise<FieldsHost> =>
  fieldsOf({ required: ['contract'], properties: { contract: schema } }, data);

describe('UX request 5: files (data-url)', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  it('says which files are taken, and is accessible without and with one', async () => {
    const host = await aForm();
    await shows(host, 'A file of type application/pdf, of at most 1.4 kB.');
    expect(field(host, '/contract').accept).to.equal('application/pdf');
    await expect(host).to.be.accessible();
    chooseFile(field(host, '/contract'), aFile('signed.pdf', 'application/pdf', 1200));
    await shows(host, 'signed.pdf');
    await expect(host).to.be.accessible();
  });

  it('shows the name and the size of what was chosen, and sends it as a data URL', async () => {
    const host = await aForm();
    chooseFile(field(host, '/contract'), aFile('two words.pdf', 'application/pdf', 3));
    await shows(host, 'two words.pdf 3 byte');
    expect(host.fields.data).to.deep.equal({ contract: 'data:application/pdf;name=two%20words.pdf;base64,QUFB' });
    expect(host.changes).to.equal(1);
  });

  it('takes a file that is dropped', async () => {
    const host = await aForm();
    expect(dropFile(zone(host), aFile('dropped.pdf', 'application/pdf'))).to.equal(true);
    await shows(host, 'dropped.pdf');
  });

  it('works with the keyboard: the control has the focus, and removing gives it back', async () => {
    const host = await aForm();
    field(host, '/contract').focus();
    expect(focused()).to.equal(field(host, '/contract'));
    chooseFile(field(host, '/contract'), aFile('signed.pdf', 'application/pdf'));
    await shows(host, 'signed.pdf');
    const remove = await control(host, 'Remove the file of Contract');
    remove.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => host.fields.data['contract'] === undefined);
    await host.updateComplete;
    expect(focused()).to.equal(field(host, '/contract'));
    expect(textOf(host)).not.to.contain('signed.pdf');
  });

  it('refuses a file that is too large or of another type, and keeps the one before', async () => {
    const host = await aForm();
    chooseFile(field(host, '/contract'), aFile('signed.pdf', 'application/pdf'));
    await shows(host, 'signed.pdf');
    chooseFile(field(host, '/contract'), aFile('huge.pdf', 'application/pdf', 3_000));
    await waitUntil(() => problem(host, '/contract') !== '');
    expect(problem(host, '/contract')).to.match(/^This file is too large. Choose one of at most 1\.4 kB\.$/);
    expect(textOf(host)).to.contain('signed.pdf');
    dropFile(zone(host), aFile('notes.txt', 'text/plain'));
    await waitUntil(() => problem(host, '/contract').includes('type application/pdf'));
    expect(host.fields.data['contract']).to.contain('name=signed.pdf');
    expect(field(host, '/contract').getAttribute('aria-invalid')).to.equal('true');
    await expect(host).to.be.accessible();
    chooseFile(field(host, '/contract'), aFile('better.pdf', 'application/pdf'));
    await waitUntil(() => problem(host, '/contract') === '');
  });

  it('waits for a file that is being read before it checks', async () => {
    const host = await aForm();
    chooseFile(field(host, '/contract'), aFile('signed.pdf', 'application/pdf'));
    expect(await host.fields.check()).to.deep.equal([]);
    expect(host.fields.data['contract']).to.contain('base64,');
  });

  it('is named by its label and the words on its button, a click on which is one on it', async () => {
    const host = await aForm();
    const input = field(host, '/contract');
    const names = (): string[] => [...(input.labels ?? [])].map(nameOf);
    expect(names()).to.deep.equal(['Contract', 'Choose a file']);
    const clicked = oneEvent(input, 'click');
    [...(input.labels ?? [])].at(-1)?.click();
    await clicked;
    chooseFile(input, aFile('signed.pdf', 'application/pdf'));
    await shows(host, 'signed.pdf');
    expect(names()).to.deep.equal(['Contract', 'Choose another file']);
    const list = await aForm({ type: 'array', title: 'Contracts', minItems: 1, items: contract });
    expect([...(field(list, '/contract/0').labels ?? [])].map(nameOf)).to.deep.equal(['Contracts, 1', 'Choose a file']);
  });

  it('says that one is needed', async () => {
    const host = await aForm();
    const [missing] = await host.fields.check();
    expect(missing?.message).to.equal('Choose a file.');
    expect(missing?.controlId).to.equal('field/contract');
  });

  it('shows what was sent before by its name and size', async () => {
    const host = await aForm(contract, { contract: 'data:application/pdf;name=old.pdf;base64,QUFBQQ==' });
    expect(textOf(host)).to.contain('old.pdf').and.to.contain('4 byte');
    expect(host.fields.answers).to.deep.equal([{ label: 'Contract', text: 'old.pdf, 4 byte' }]);
  });

  it('reads content in base64 without a prefix, and keeps its name while it is here', async () => {
    const host = await aForm({ type: 'string', title: 'Key store', contentEncoding: 'base64' });
    chooseFile(field(host, '/contract'), aFile('store.p12', 'application/x-pkcs12'));
    await shows(host, 'store.p12');
    expect(host.fields.data).to.deep.equal({ contract: 'QUFB' });
  });

  it('takes several, one per item of a list', async () => {
    const host = await aForm({ type: 'array', title: 'Proofs', items: { type: 'string', format: 'data-url' } });
    (await control(host, 'Add to Proofs')).click();
    await waitUntil(() => field(host, '/contract/0'));
    chooseFile(field(host, '/contract/0'), aFile('one.png', 'image/png'));
    await shows(host, 'one.png');
    (await control(host, 'Remove the file of Proofs, 1')).click();
    await waitUntil(() => !textOf(host).includes('one.png'));
  });

  it('shows a file that may not be changed, and takes no other', async () => {
    const host = await aForm({ ...contract, readOnly: true }, { contract: 'data:text/plain;base64,QQ==' });
    expect(textOf(host)).to.contain('1 byte').and.not.to.contain('Choose');
    dropFile(zone(host), aFile('x.pdf', 'application/pdf'));
    await host.updateComplete;
    expect(host.fields.data['contract']).to.equal('data:text/plain;base64,QQ==');
  });

  it('has the text of a document typed or pasted, with its lines', async () => {
    const host = await aForm({ type: 'string', title: 'Certificate', contentMediaType: 'application/x-pem-file' });
    expect(field(host, '/contract').localName).to.equal('textarea');
  });

  describe('values', () => {
    it('counts what the text of a data URL leaves for the file', () => {
      expect(mostBytes({ maxLength: 104 }, 24)).to.equal(60);
      expect(mostBytes({ maxLength: 3 }, 24)).to.equal(0);
      expect(mostBytes({})).to.equal(10_000_000);
    });

    it('knows types by name, by kind and by extension, and leaves what the device does not know', () => {
      const accepts = (contentMediaType: string, file: File): boolean =>
        objectionTo({ format: 'data-url', contentMediaType }, file) === undefined;
      expect(accepts('image/*', aFile('a.png', 'image/png'))).to.equal(true);
      expect(accepts('image/*', aFile('a.pdf', 'application/pdf'))).to.equal(false);
      expect(accepts('.pem, text/plain', aFile('a.PEM', 'application/x-odd'))).to.equal(true);
      expect(accepts('application/pdf', aFile('a', ''))).to.equal(true);
      expect(accepts('">evil', aFile('a', 'x/y'))).to.equal(true);
    });

    it('never fails on what is no data URL', () => {
      expect(factsOf('')).to.equal(undefined);
      expect(factsOf('data:,hello')).to.deep.equal({ name: '', size: 5 });
      expect(factsOf('data:;name=%E0%A4%A;base64,QQ==')).to.deep.equal({ name: '%E0%A4%A', size: 1 });
    });
  });
});
