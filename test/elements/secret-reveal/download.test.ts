import { expect, fixture, html } from '@open-wc/testing';
import { SecretValue } from '../../../src/contract/secret-value.js';
import '../../../src/elements/secret-reveal/define.js';
import { csvCell, fileName, quoted, variableName } from '../../../src/elements/secret-reveal/download.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { secretSession } from '../../../src/locales/en/secret-session.js';
import { aCredential, aSecret, canary, fakeMarketplace } from '../fixtures.js';
import { collect, control, serialised, shows, waitUntil } from '../page.js';

/** Catches what is handed to the browser as a file. */
function catchFiles(): {
  files: { name: string; type: string; text: Promise<string> }[];
  revoked: string[];
  undo(): void;
} {
  const files: { name: string; type: string; text: Promise<string> }[] = [];
  const revoked: string[] = [];
  const { createObjectURL, revokeObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob = new Blob();
  URL.createObjectURL = (object) => createObjectURL.call(URL, (blob = object as Blob));
  URL.revokeObjectURL = (url) => {
    revoked.push(url);
    revokeObjectURL.call(URL, url);
  };
  HTMLAnchorElement.prototype.click = function () {
    files.push({ name: this.download, type: blob.type, text: blob.text() });
  };
  return {
    files,
    revoked,
    undo() {
      Object.assign(URL, { createObjectURL, revokeObjectURL });
      HTMLAnchorElement.prototype.click = click;
    },
  };
}

describe('<secret-reveal> download', () => {
  it('names variables safely', () => {
    const cases: [string, string][] = [
      ['clientSecret', 'CLIENT_SECRET'],
      ['api-key', 'API_KEY'],
      ['2nd key', '_2ND_KEY'],
      ['$(rm -rf)\n=x', 'RM_RF_X'],
      ['Schlüssel', 'SCHL_SSEL'],
      ['', '_'],
      ['path', 'CREDENTIAL_PATH'],
      ['nodeOptions', 'CREDENTIAL_NODE_OPTIONS'],
      ['LD_PRELOAD', 'CREDENTIAL_LD_PRELOAD'],
    ];
    for (const [name, variable] of cases) expect(variableName(name), name).to.equal(variable);
  });

  it('quotes values as files and shells read them', () => {
    const cases: [string, string][] = [
      ['lk_test-1.2+3/4=', 'lk_test-1.2+3/4='],
      ['with space', "'with space'"],
      ['$HOME`id`', "'$HOME`id`'"],
      [`it's "$x"`, `"it's \\"\\$x\\""`],
      ['two\nlines', "'two\nlines'"],
      ['', "''"],
    ];
    for (const [value, text] of cases) expect(quoted(value), value).to.equal(text);
  });

  it('names files so that every system takes them', () => {
    const cases: [string, string][] = [
      ['Billing key', 'billing-key'],
      ['../../etc/passwd', 'etc-passwd'],
      ['C:\\evil\u202Egpj.exe', 'c-evil-gpj-exe'],
      ['.', 'credential'],
      ['CON', 'credential-con'],
      ['Schlüssel 鍵', 'schlüssel-鍵'],
      ['𝒳'.repeat(100), '𝒳'.repeat(30)],
      ['<img src=x onerror=alert(1)>', 'img-src-x-onerror-alert-1'],
    ];
    for (const [name, file] of cases) expect(fileName(name), name).to.equal(file);
  });

  it('quotes cells as RFC 4180 has it, and lets no spreadsheet run any', () => {
    const cases: [string, string][] = [
      ['lk_test-1', 'lk_test-1'],
      ['a,b', '"a,b"'],
      ['say "hi"', '"say ""hi"""'],
      ['two\r\nlines', '"two\r\nlines"'],
      [' padded ', '" padded "'],
      ['=1+1', "'=1+1"],
      ['+49', "'+49"],
      ['-5', "'-5"],
      ['@SUM(A1)', "'@SUM(A1)"],
      ['\t=1', "'\t=1"],
      ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ];
    for (const [value, cell] of cases) expect(csvCell(value), value).to.equal(cell);
  });

  it('says so when a value had to be changed for spreadsheets', async () => {
    const caught = catchFiles();
    const fields = [{ name: 'key', label: 'Key', value: new SecretValue('+secret/with=plus'), secret: true }];
    const marketplace = fakeMarketplace({
      credentials: { get: () => Promise.resolve(aCredential()), reveal: () => Promise.resolve(aSecret({ fields })) },
    });
    const reveal = await fixture<SecretReveal>(
      html`<secret-reveal .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>`,
    );
    (await control(reveal, 'View secret Billing key')).click();
    (await control(reveal, 'View secret')).click();
    (await control(reveal, 'Download CSV')).click();
    await shows(reveal, secretSession.secretCsvAltered);
    expect(await caught.files[0]?.text).to.equal("key\r\n'+secret/with=plus\r\n");
    await expect(reveal).to.be.accessible();
    (await control(reveal, 'Download .env')).click();
    await waitUntil(() => caught.files.length === 2);
    expect(await caught.files[1]?.text).to.equal('KEY=+secret/with=plus\n');
    caught.undo();
  });

  for (const [button, name, text] of [
    ['Download .env', 'billing-key.env', `CLIENT_ID=client-4711\nCLIENT_SECRET=${canary}\n`],
    ['Download CSV', 'billing-key.csv', `clientId,clientSecret\r\nclient-4711,${canary}\r\n`],
    ['Download JSON', 'billing-key.json', `{\n  "clientId": "client-4711",\n  "clientSecret": "${canary}"\n}\n`],
  ] as const) {
    it(`hands over ${name} and leaves nothing behind`, async () => {
      const caught = catchFiles();
      const marketplace = fakeMarketplace({
        credentials: { get: () => Promise.resolve(aCredential()), reveal: () => Promise.resolve(aSecret()) },
      });
      const reveal = await fixture<SecretReveal>(
        html`<secret-reveal .marketplace=${marketplace} credential-id="cred-1"></secret-reveal>`,
      );
      const events = collect(reveal, 'secret-downloaded');
      (await control(reveal, 'View secret Billing key')).click();
      (await control(reveal, 'View secret')).click();
      (await control(reveal, button)).click();
      await waitUntil(() => caught.revoked.length === 1);
      const [file] = caught.files;
      expect([file?.name, file?.type, await file?.text]).to.deep.equal([name, 'text/plain', text]);
      expect(events).to.have.length(1);
      expect(serialised(reveal)).not.to.contain(canary);
      expect(await reveal.requestClose()).to.equal(true);
      caught.undo();
    });
  }

  it('keeps the values out of everything else', () => {
    expect(JSON.stringify(aSecret())).not.to.contain(canary);
    expect(String(new SecretValue(canary))).not.to.contain(canary);
  });
});
