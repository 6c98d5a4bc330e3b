import type { CallPlan, PlannedCall } from './call-plan.js';
import { quotedText } from './quote.js';

function request(name: string, { url, headers, basic, body }: PlannedCall, bearer: string | undefined): string[] {
  const lines = [
    ...headers.map(([header, value]) => `${quotedText(header)}: ${quotedText(value)}`),
    ...(basic === undefined
      ? []
      : [`"Authorization": "Basic " + base64.b64encode(${quotedText(basic)}.encode()).decode()`]),
    ...(bearer === undefined ? [] : [`"Authorization": "Bearer " + ${bearer}`]),
  ];
  return [
    `${name} = urllib.request.Request(`,
    `    ${quotedText(url)},`,
    ...(body === undefined ? [] : [`    data=${quotedText(body)}.encode(),`]),
    ...(lines.length === 0 ? [] : ['    headers={', ...lines.map((line) => `        ${line},`), '    },']),
    ')',
  ];
}

/** The call in Python, with what comes with it. */
export function pythonSnippet({ token, call }: CallPlan): string {
  const needsBase64 = (token ?? call).basic !== undefined;
  return [
    ...(needsBase64 ? ['import base64'] : []),
    ...(token ? ['import json'] : []),
    'import urllib.request',
    '',
    ...(token
      ? [
          ...request('token_request', token, undefined),
          'with urllib.request.urlopen(token_request) as response:',
          `    token = json.load(response)[${quotedText(token.answer)}]`,
          '',
        ]
      : []),
    ...request('request', call, token && 'token'),
    'with urllib.request.urlopen(request) as response:',
    '    print(response.status, response.read().decode())',
  ].join('\n');
}
