import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Credential } from '../../../src/contract/credential.js';
import { MarketplaceError } from '../../../src/contract/error.js';
import type { AuthenticationScheme, CredentialType, Resource } from '../../../src/contract/product.js';
import type { SecretReveal } from '../../../src/elements/secret-reveal/secret-reveal.js';
import { callSnippet, snippetLanguages } from '../../../src/snippets/call-snippet.js';
import { common } from '../../../src/locales/en/common.js';
import { secretReveal } from '../../../src/locales/en/secret-reveal.js';
import { secretSnippets } from '../../../src/locales/en/secret-snippets.js';
import { aCredential, can, canary, type FakeMarketplace } from '../fixtures.js';
import { asksBeforeLeaving, labelled } from '../form-page.js';
import { announced, collect, control, fakeClipboard, findAll, serialised, shows, waitUntil } from '../page.js';
import { aReveal, leavePage, once, open, seenOnce } from './stage.js';

const url = 'https://api.example/orders';
const tokenUrl = 'https://api.example/oauth/token';

const aResource = (type: Partial<CredentialType>): Resource => ({
  id: 'res-1',
  name: 'Payments API',
  product: { id: 'prod-1', name: 'Payments' },
  baseUrl: url,
  access: { required: false, approval: 'automatic' },
  credentialTypes: [
    {
      id: 'oauth-secret',
      name: 'OAuth client',
      kind: 'oauth-secret',
      scheme: { kind: 'oauth2', tokenUrl },
      visibility: { mode: 'once' },
      ...type,
    },
  ],
  actions: [],
  version: '1',
});

const oauth = (differences: Partial<Credential> = {}): Credential =>
  once({
    type: { id: 'oauth-secret', name: 'OAuth client', kind: 'oauth-secret' },
    identifiers: [{ name: 'clientId', label: 'Client ID', value: 'client-4711' }],
    ...differences,
  });

async function anExample(
  credential = oauth(),
  type: Partial<CredentialType> = {},
): Promise<{ reveal: SecretReveal; marketplace: FakeMarketplace; code: () => string }> {
  const resources = { get: () => Promise.resolve(aResource(type)) };
  const stage = await aReveal(credential, { reveal: () => Promise.resolve(seenOnce()) }, { resources });
  return { ...stage, code: () => findAll(stage.reveal, '#snippet')[0]?.textContent ?? '' };
}

async function openExample(reveal: SecretReveal): Promise<void> {
  (await control(reveal, secretReveal.secretSnippet)).focus();
  await sendKeys({ press: 'Enter' });
  await control(reveal, secretSnippets.snippetCopy);
}

describe('<secret-reveal> snippets (S8)', () => {
  afterEach(leavePage);

  it('UX secret 8: an example call by the authentication scheme, with a placeholder, before anything is revealed', async () => {
    const { reveal, marketplace, code } = await anExample();
    await control(reveal, secretReveal.secretSnippet);
    expect(marketplace.callsOf('resources.get')).to.have.length(0);
    await openExample(reveal);
    expect(code()).to.contain(`curl -sS '${tokenUrl}'`).and.contain("-u 'client-4711:YOUR_CLIENT_SECRET'");
    await shows(reveal, secretSnippets.snippetPlaceholder);
    expect(findAll(reveal, 'input[type="checkbox"]')).to.deep.equal([]);
    await expect(reveal).to.be.accessible();
  });

  it('in the language of choice', async () => {
    const { reveal, code } = await anExample();
    await openExample(reveal);
    const select = await labelled<HTMLSelectElement>(reveal, secretSnippets.snippetLanguage);
    expect([...select.options].map(({ label }) => label)).to.deep.equal([
      'curl',
      'JavaScript',
      'Python',
      'Go',
      'Java',
      'C#',
    ]);
    for (const [value] of snippetLanguages) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await reveal.updateComplete;
      expect(code()).to.equal(
        callSnippet({ language: value, url, scheme: { kind: 'oauth2', tokenUrl }, id: 'client-4711' }),
      );
    }
  });

  it('with the real secret only while it is revealed and asked for; gone with it', async () => {
    const { reveal, code } = await anExample();
    await openExample(reveal);
    await open(reveal);
    expect(serialised(reveal)).not.to.contain(canary);
    (await labelled(reveal, secretSnippets.snippetReal)).focus();
    await sendKeys({ press: 'Space' });
    await waitUntil(() => code().includes(`client-4711:${canary}`));
    await shows(reveal, secretSnippets.snippetRealHint);
    await expect(reveal).to.be.accessible();
    // Nobody looks: it is masked everywhere.
    reveal.hideAfterMs = 1_000;
    (await control(reveal, 'Show Client secret')).click();
    await waitUntil(() => !serialised(document.documentElement).includes(canary));
    expect(code()).to.contain('YOUR_CLIENT_SECRET');
  });

  it('shut, it holds the secret no more', async () => {
    const { reveal } = await anExample();
    await open(reveal);
    await openExample(reveal);
    (await labelled(reveal, secretSnippets.snippetReal)).click();
    await shows(reveal, canary);
    (await control(reveal, secretReveal.secretSnippet)).click();
    await reveal.updateComplete;
    expect(serialised(reveal)).not.to.contain(canary);
    await openExample(reveal);
    expect(serialised(reveal)).not.to.contain(canary);
  });

  it('copied with the real secret it is stored; copied with a placeholder it is not', async () => {
    const clipboard = fakeClipboard();
    const { reveal, code } = await anExample();
    const copied = collect(reveal, 'secret-copied');
    await open(reveal);
    await openExample(reveal);
    (await control(reveal, secretSnippets.snippetCopy)).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => announced(reveal) === secretSnippets.snippetCopied);
    expect(copied).to.deep.equal([]);
    expect(asksBeforeLeaving()).to.equal(true);
    (await labelled(reveal, secretSnippets.snippetReal)).click();
    await waitUntil(() => code().includes(canary));
    (await control(reveal, secretSnippets.snippetCopy)).click();
    await waitUntil(() => copied.length === 1);
    expect(copied[0]?.detail).to.deep.equal({ credentialId: 'cred-1', field: 'snippet' });
    expect(clipboard.copied[1]).to.equal(code());
    expect(asksBeforeLeaving()).to.equal(false);
    clipboard.undo();
  });

  it('is selected for Ctrl+C where the browser refuses to copy', async () => {
    const clipboard = fakeClipboard({ refuses: true });
    const { reveal, code } = await anExample();
    await openExample(reveal);
    (await control(reveal, secretSnippets.snippetCopy)).click();
    await shows(reveal, common.copyFailed);
    await waitUntil(() => getSelection()?.toString().replaceAll('\r', '') === code());
    clipboard.undo();
  });

  it('says in words what a client with a public key signs', async () => {
    const type = { id: 'oauth-public-key', name: 'Key', kind: 'oauth-public-key' } as const;
    const { reveal, code } = await anExample(
      oauth({ type, secret: { visibility: 'never', state: 'none' }, actions: can('remove') }),
      type,
    );
    await openExample(reveal);
    expect(code()).to.contain('client_assertion=YOUR_SIGNED_ASSERTION').and.not.contain('SECRET');
    await shows(reveal, secretSnippets.snippetAssertion('YOUR_SIGNED_ASSERTION', tokenUrl));
    await expect(reveal).to.be.accessible();
  });

  it('asks for the API where a credential serves several', async () => {
    const { reveal, marketplace } = await anExample(
      oauth({
        resources: [
          { id: 'res-1', name: 'Payments API' },
          { id: 'res-2', name: 'Refunds API' },
        ],
      }),
    );
    await openExample(reveal);
    const select = await labelled<HTMLSelectElement>(reveal, secretSnippets.snippetResource);
    select.value = 'res-2';
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => marketplace.callsOf('resources.get').length === 2);
    expect(marketplace.callsOf('resources.get')[1]?.[1]).to.equal('res-2');
    await control(reveal, secretSnippets.snippetCopy);
  });

  it('says so where there is none, and tries again where it could not be read', async () => {
    const unknown = await anExample(oauth(), { scheme: { kind: 'unknown' } });
    (await control(unknown.reveal, secretReveal.secretSnippet)).click();
    await shows(unknown.reveal, secretSnippets.snippetNone);

    let fails = true;
    const { reveal } = await aReveal(
      oauth(),
      {},
      {
        resources: {
          get: () => (fails ? Promise.reject(new MarketplaceError('network', 'x')) : Promise.resolve(aResource({}))),
        },
      },
    );
    (await control(reveal, secretReveal.secretSnippet)).click();
    await shows(reveal, common['error-network']);
    fails = false;
    (await control(reveal, 'Try again')).click();
    await control(reveal, secretSnippets.snippetCopy);
  });

  it('is not there where the host wants none, nor while something is asked or waited for', async () => {
    const { reveal } = await anExample();
    await control(reveal, secretReveal.secretSnippet);
    reveal.withoutSnippets = true;
    await reveal.updateComplete;
    expect(serialised(reveal)).not.to.contain(secretReveal.secretSnippet);
    reveal.withoutSnippets = false;
    (await control(reveal, 'View secret Billing key')).click();
    await control(reveal, 'View secret');
    expect(serialised(reveal)).not.to.contain(secretReveal.secretSnippet);
  });
});

describe('callSnippet', () => {
  const header: AuthenticationScheme = { kind: 'header', name: 'X-API-Key' };

  it('carries a pair in two headers, and in two parameters', () => {
    const pair = { kind: 'header', name: 'X-IBM-Client-Id', secretName: 'X-IBM-Client-Secret' } as const;
    expect(callSnippet({ language: 'curl', url, scheme: pair, id: 'lk_id_1' })).to.equal(
      `curl '${url}' \\\n  -H 'X-IBM-Client-Id: lk_id_1' \\\n  -H 'X-IBM-Client-Secret: YOUR_KEY_SECRET'`,
    );
    const query = { kind: 'query', name: 'id', secretName: 'secret' } as const;
    expect(callSnippet({ language: 'curl', url: `${url}?a=b`, scheme: query, secret: 'a&b=c d' })).to.equal(
      `curl '${url}?a=b&id=YOUR_KEY_ID&secret=a%26b%3Dc+d'`,
    );
  });

  it('exchanges a pair for a session token', () => {
    const scheme = { kind: 'session', tokenUrl: 'https://api.example/session' } as const;
    const code = callSnippet({ language: 'python', url, scheme }) ?? '';
    expect(code).to.contain(String.raw`data="{\"grant_type\":\"session\"}".encode()`);
    expect(code).to.contain('"YOUR_APPLICATION_ID:YOUR_APPLICATION_SECRET"').and.contain('json.load(response)["ust"]');
  });

  it('encodes what OAuth wants encoded before it is joined', () => {
    const scheme = { kind: 'oauth2', tokenUrl } as const;
    const code = callSnippet({ language: 'curl', url, scheme, id: 'a:b', secret: 'p%q r' });
    expect(code).to.contain("-u 'a%3Ab:p%25q+r'");
  });

  it('has nothing for what it does not know, and for addresses that are none', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', '/relative', ''])
      expect(callSnippet({ language: 'curl', url: address, scheme: header }), address).to.equal(undefined);
    for (const scheme of [
      { kind: 'unknown' },
      { kind: 'header' },
      { kind: 'oauth2' },
      { kind: 'oauth2', tokenUrl: 'file:///etc/passwd' },
    ] as const)
      expect(callSnippet({ language: 'curl', url, scheme })).to.equal(undefined);
  });

  it('writes Go as gofmt would', () => {
    expect(callSnippet({ language: 'go', url, scheme: header, secret: 'a"b' })).to.equal(
      [
        'package main',
        '',
        'import (',
        '\t"fmt"',
        '\t"io"',
        '\t"net/http"',
        ')',
        '',
        'func main() {',
        `\trequest, err := http.NewRequest("GET", "${url}", nil)`,
        '\tif err != nil {',
        '\t\tpanic(err)',
        '\t}',
        String.raw`	request.Header.Set("X-API-Key", "a\"b")`,
        '\tresponse, err := http.DefaultClient.Do(request)',
        '\tif err != nil {',
        '\t\tpanic(err)',
        '\t}',
        '\tdefer response.Body.Close()',
        '\tbody, err := io.ReadAll(response.Body)',
        '\tif err != nil {',
        '\t\tpanic(err)',
        '\t}',
        '\tfmt.Println(response.StatusCode, string(body))',
        '}',
      ].join('\n'),
    );
  });

  it('writes C#, with the type of the content where C# wants it', () => {
    const scheme = { kind: 'oauth2', tokenUrl } as const;
    expect(callSnippet({ language: 'csharp', url, scheme })).to.equal(
      [
        'using System.Net.Http.Headers;',
        'using System.Text;',
        'using System.Text.Json;',
        '',
        'using var client = new HttpClient();',
        '',
        `using var tokenRequest = new HttpRequestMessage(HttpMethod.Post, "${tokenUrl}");`,
        'tokenRequest.Headers.Authorization = new AuthenticationHeaderValue("Basic",',
        '    Convert.ToBase64String(Encoding.UTF8.GetBytes("YOUR_CLIENT_ID:YOUR_CLIENT_SECRET")));',
        'tokenRequest.Content = new StringContent("grant_type=client_credentials", Encoding.UTF8, "application/x-www-form-urlencoded");',
        'using var tokenResponse = await client.SendAsync(tokenRequest);',
        'using var answer = JsonDocument.Parse(await tokenResponse.Content.ReadAsStringAsync());',
        'var token = answer.RootElement.GetProperty("access_token").GetString();',
        '',
        `using var request = new HttpRequestMessage(HttpMethod.Get, "${url}");`,
        'request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);',
        'using var response = await client.SendAsync(request);',
        'Console.WriteLine((int)response.StatusCode + " " + await response.Content.ReadAsStringAsync());',
      ].join('\n'),
    );
  });

  it('lets nothing that a server says become code, or look like other code', () => {
    const nasty = `"'\`$(id)\\\n\u202E//*/ \u2028#{}%s${'\ud800'}`;
    for (const [language] of snippetLanguages) {
      const code = callSnippet({ language, url, scheme: { kind: 'header', name: nasty }, secret: nasty }) ?? '';
      expect(code, language).not.to.match(/[\u202e\u2028\ud800]/);
      expect(code.split('\n').some((line) => line.includes('//*/') && !/["']/.test(line))).to.equal(false);
    }
  });
});

it('aCredential of the fixtures has an example without its identifier, which is no key', async () => {
  const { reveal, code } = await anExample(aCredential(), {
    id: 'api-key',
    kind: 'api-key',
    scheme: { kind: 'header', name: 'X-API-Key' },
  });
  await openExample(reveal);
  expect(code()).to.equal(`curl '${url}' \\\n  -H 'X-API-Key: YOUR_API_KEY'`);
});
