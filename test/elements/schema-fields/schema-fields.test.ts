import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { control, focused, nameOf, shows, textOf, waitUntil } from '../page.js';
import { field, fieldsOf, problem } from './fields-host.js';

const everyKind = {
  required: ['text', 'choice'],
  properties: {
    text: { type: 'string', title: 'Text', description: 'A hint.', minLength: 3 },
    long: { type: 'string', title: 'Long', 'x-axway-widget': 'textArea' },
    count: { type: 'integer', title: 'Count', minimum: 1 },
    choice: {
      type: 'string',
      title: 'Choice',
      oneOf: [
        { const: 'a', title: 'First' },
        { const: 'b', title: 'Second' },
      ],
    },
    many: { type: 'array', title: 'Many', items: { enum: ['x', 'y'] } },
    list: { type: 'array', title: 'List', items: { type: 'string', format: 'uri' } },
    agree: { type: 'boolean', title: 'Agree', const: true },
    day: { type: 'string', format: 'date', title: 'Day' },
    group: {
      type: 'object',
      title: 'Group',
      properties: { mail: { type: 'string', format: 'email', title: 'Email' } },
    },
    code: { type: 'string', title: 'Code', 'x-axway-encrypted': true },
    key: { type: 'string', title: 'Key', 'x-axway-encrypted': true, 'x-axway-widget': 'textarea' },
    fixed: { type: 'string', title: 'Fixed', readOnly: true, default: 'as it is' },
    odd: { type: 'money', title: 'Odd' },
  },
};

describe('SchemaFields', () => {
  before(() => setViewport({ width: 1280, height: 800 }));

  describe('accessibility', () => {
    it('has a label for every control, untouched and with problems', async () => {
      const host = await fieldsOf(everyKind, { list: ['x'] });
      await expect(host).to.be.accessible();
      await host.fields.check();
      await host.updateComplete;
      await expect(host).to.be.accessible();
    });

    it('ties description and problem to the control', async () => {
      const host = await fieldsOf(everyKind);
      await host.fields.check();
      await host.updateComplete;
      const input = field(host, '/text');
      const texts = (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => textOf(host.shadowRoot?.getElementById(id) as Element));
      expect(texts).to.deep.equal(['Fill this in.', 'A hint.']);
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      expect(input.getAttribute('aria-required')).to.equal('true');
    });
  });

  describe('rendering', () => {
    it('masks encrypted fields and keeps password managers off', async () => {
      const host = await fieldsOf(everyKind);
      expect(field(host, '/code').type).to.equal('password');
      for (const pointer of ['/code', '/key']) {
        expect(field(host, pointer).autocomplete).to.equal('off');
        expect(field(host, pointer).hasAttribute('data-1p-ignore')).to.equal(true);
      }
      expect(getComputedStyle(field(host, '/key')).getPropertyValue('-webkit-text-security')).to.equal('disc');
    });

    it('says which fields are optional', async () => {
      const host = await fieldsOf(everyKind);
      expect(textOf(host)).to.contain('Count (optional)').and.not.to.contain('Text (optional)');
    });

    it('shows what it does not know as a text field, and says so', async () => {
      const host = await fieldsOf(everyKind);
      expect(field(host, '/odd').type).to.equal('text');
      expect(host.unsupported).to.deep.equal([{ pointer: '/odd', keyword: 'type', value: 'money' }]);
    });

    it('can be filled in beside questions that refer to nothing or want more items than anybody has', async () => {
      const host = await fieldsOf({
        properties: {
          lost: { $ref: '#/definitions/100%' },
          half: { type: 'array', title: 'Half', minItems: 2.5, items: { type: 'string' } },
          endless: { type: 'array', title: 'Endless', minItems: 1e10, items: { type: 'string' } },
          text: { type: 'string', title: 'Text' },
        },
      });
      for (const pointer of ['/lost', '/half/2', '/endless/99', '/text']) {
        field(host, pointer).focus();
        await sendKeys({ type: 'a' });
        expect(field(host, pointer).value).to.equal('a');
      }
      expect(host.unsupported.map(({ pointer }) => pointer)).to.deep.equal(['/lost', '/half', '/endless']);
    });
  });

  describe('interaction', () => {
    it('is filled in with the keyboard alone', async () => {
      const host = await fieldsOf(everyKind);
      field(host, '/text').focus();
      await sendKeys({ type: 'some text' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'two' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ type: 'lines' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: '12' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'Second' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'Tab' });
      expect(nameOf(focused())).to.equal('Add to List');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => nameOf(focused()) === 'List, 1');
      await sendKeys({ type: 'https://a.example' });
      expect(host.fields.data).to.deep.equal({
        text: 'some text',
        long: 'two\nlines',
        count: 12,
        choice: 'b',
        many: ['y'],
        list: ['https://a.example'],
        fixed: 'as it is',
      });
    });

    it('moves the focus to what is left after an item is removed', async () => {
      const host = await fieldsOf(everyKind, { list: ['https://a.example', 'https://b.example'] });
      (await control(host, 'Remove List, 1')).click();
      await waitUntil(() => focused() === field(host, '/list/0'));
      expect(field(host, '/list/0').value).to.equal('https://b.example');
      (await control(host, 'Remove List, 1')).click();
      await waitUntil(() => focused() === field(host, '/list'));
      expect(host.fields.data['list']).to.equal(undefined);
    });

    it('keeps other defaults when one item of a default list is edited', async () => {
      const host = await fieldsOf({ properties: { list: { type: 'array', items: {}, default: ['a', 'b'] } } });
      field(host, '/list/0').focus();
      await sendKeys({ type: '!' });
      expect(host.fields.data).to.deep.equal({ list: ['a!', 'b'] });
    });

    it('keeps what was typed into a field that went away and came back', async () => {
      const schema = {
        properties: { on: { type: 'boolean', title: 'On' } },
        if: { properties: { on: { const: true } }, required: ['on'] },
        then: { properties: { why: { title: 'Why' } } },
      };
      const host = await fieldsOf(schema);
      const box = field(host, '/on');
      box.click();
      await waitUntil(() => field(host, '/why'));
      field(host, '/why').focus();
      await sendKeys({ type: 'because' });
      box.click();
      await waitUntil(() => !field(host, '/why'));
      expect(host.fields.data).to.deep.equal({ on: false });
      box.click();
      await waitUntil(() => field(host, '/why'));
      expect(field(host, '/why').value).to.equal('because');
    });

    it('keeps the focus where it is when a field appears before it', async () => {
      const host = await fieldsOf({
        'x-axway-order': ['extra', 'on'],
        properties: { on: { type: 'string', title: 'On' } },
        if: { required: ['on'] },
        then: { properties: { extra: { title: 'Extra' } } },
      });
      field(host, '/on').focus();
      await sendKeys({ type: 'yes' });
      await waitUntil(() => field(host, '/extra'));
      expect(focused()).to.equal(field(host, '/on'));
      expect(field(host, '/on').value).to.equal('yes');
      expect(field(host, '/extra').value).to.equal('');
    });

    it('keeps what was typed when the definition changes', async () => {
      const host = await fieldsOf({ properties: { a: {}, b: {} } }, { a: 'kept' });
      host.fields.define({ schema: { properties: { a: { title: 'Another' }, c: {} } } });
      await host.updateComplete;
      expect(field(host, '/a').value).to.equal('kept');
      expect(field(host, '/b')).to.equal(null);
    });
  });

  describe('checking', () => {
    it('says what is wrong when a field is left, and then as it is typed', async () => {
      const host = await fieldsOf(everyKind);
      field(host, '/text').focus();
      await sendKeys({ type: 'ab' });
      expect(problem(host, '/text')).to.equal('');
      await sendKeys({ press: 'Tab' });
      await waitUntil(() => problem(host, '/text') === 'Enter at least 3 characters.');
      field(host, '/text').focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ type: 'c' });
      await waitUntil(() => problem(host, '/text') === '');
    });

    it('keeps a number that is none, and says so', async () => {
      const host = await fieldsOf(everyKind);
      field(host, '/count').focus();
      await sendKeys({ type: 'a dozen' });
      await sendKeys({ press: 'Tab' });
      await waitUntil(() => problem(host, '/count') === 'Enter a number.');
      expect(field(host, '/count').value).to.equal('a dozen');
    });

    it('does not move the button that is being pressed', async () => {
      const host = await fieldsOf(everyKind);
      const button = await control(host, 'After');
      let clicks = 0;
      button.addEventListener('click', () => (clicks += 1));
      field(host, '/text').focus();
      document.dispatchEvent(new PointerEvent('pointerdown'));
      field(host, '/text').blur();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(problem(host, '/text')).to.equal('');
      document.dispatchEvent(new PointerEvent('pointerup'));
      await waitUntil(() => problem(host, '/text') !== '');
    });

    it('answers all problems with their labels, in the order of the form', async () => {
      const host = await fieldsOf(everyKind, { list: ['nowhere'], group: { mail: 'nobody' }, agree: false });
      const messages = (await host.fields.check()).map(({ label, message }) => `${label}: ${message}`);
      expect(messages).to.deep.equal([
        'Text: Fill this in.',
        'Choice: Choose one.',
        'List: Enter a complete web address, such as https://example.com.',
        'Agree: Tick this to go on.',
        'Email: Enter an email address, such as name@example.com.',
      ]);
    });

    it('puts a problem of the marketplace at its field until that is changed', async () => {
      const host = await fieldsOf(everyKind);
      const placed = host.fields.place([
        { pointer: '/text', detail: 'Not that word.' },
        { pointer: '/group/mail/domain', detail: 'Not that domain.' },
        { pointer: '/nowhere', detail: 'Not at all.' },
      ]);
      await host.updateComplete;
      expect(placed.map(({ controlId }) => controlId)).to.deep.equal(['field/text', 'field/group/mail', '']);
      expect(problem(host, '/text')).to.equal('Not that word.');
      expect(problem(host, '/group/mail')).to.equal('Not that domain.');
      field(host, '/text').focus();
      await sendKeys({ type: 'x' });
      await host.updateComplete;
      expect(problem(host, '/text')).to.equal('');
    });

    it('speaks the language of the page', async () => {
      const host = await fieldsOf(
        { properties: { n: { type: 'number', maximum: 10_000, title: 'N' } } },
        { n: 20_000 },
      );
      host.lang = 'en-IN';
      await host.updateComplete;
      expect((await host.fields.check())[0]?.message).to.equal('Enter 10,000 or less.');
      await shows(host, 'Enter 10,000 or less.');
    });
  });
});
