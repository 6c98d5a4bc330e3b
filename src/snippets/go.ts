import type { CallPlan, PlannedCall } from './call-plan.js';
import { quotedText } from './quote.js';

const panic = ['if err != nil {', '\tpanic(err)', '}'];

function send(
  names: { request: string; response: string },
  { method, url, headers, basic, body }: PlannedCall,
  bearer: string | undefined,
): string[] {
  const { request, response } = names;
  const [id = '', secret = ''] =
    basic === undefined ? [] : [basic.slice(0, basic.indexOf(':')), basic.slice(basic.indexOf(':') + 1)];
  const content = body === undefined ? 'nil' : `strings.NewReader(${quotedText(body)})`;
  return [
    `${request}, err := http.NewRequest(${quotedText(method)}, ${quotedText(url)}, ${content})`,
    ...panic,
    ...(basic === undefined ? [] : [`${request}.SetBasicAuth(${quotedText(id)}, ${quotedText(secret)})`]),
    ...headers.map(([name, value]) => `${request}.Header.Set(${quotedText(name)}, ${quotedText(value)})`),
    ...(bearer === undefined ? [] : [`${request}.Header.Set("Authorization", "Bearer "+${bearer})`]),
    `${response}, err := http.DefaultClient.Do(${request})`,
    ...panic,
    `defer ${response}.Body.Close()`,
  ];
}

/** The call as a Go program. */
export function goSnippet({ token, call }: CallPlan): string {
  const packages = token ? ['encoding/json', 'fmt', 'io', 'net/http', 'strings'] : ['fmt', 'io', 'net/http'];
  const lines = [
    ...(token
      ? [
          ...send({ request: 'tokenRequest', response: 'tokenResponse' }, token, undefined),
          'var token struct {',
          `\tValue string \`json:"${token.answer}"\``,
          '}',
          'if err := json.NewDecoder(tokenResponse.Body).Decode(&token); err != nil {',
          '\tpanic(err)',
          '}',
          '',
        ]
      : []),
    ...send({ request: 'request', response: 'response' }, call, token && 'token.Value'),
    'body, err := io.ReadAll(response.Body)',
    ...panic,
    'fmt.Println(response.StatusCode, string(body))',
  ];
  return [
    'package main',
    '',
    'import (',
    ...packages.map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    ...lines.map((line) => (line === '' ? '' : `\t${line}`)),
    '}',
  ].join('\n');
}
