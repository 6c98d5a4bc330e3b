import type { CallPlan, PlannedCall } from './call-plan.js';
import { quotedText } from './quote.js';

const isAscii = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text);

/** Browsers and servers have `btoa`, which takes Latin letters only. */
const encoded = (basic: string): string =>
  isAscii(basic) ? `btoa(${quotedText(basic)})` : `Buffer.from(${quotedText(basic)}).toString("base64")`;

function request(name: string, { method, url, headers, basic, body }: PlannedCall, bearer: string | undefined): string {
  const lines = [
    ...headers.map(([header, value]) => `${quotedText(header)}: ${quotedText(value)}`),
    ...(basic === undefined ? [] : [`"Authorization": "Basic " + ${encoded(basic)}`]),
    ...(bearer === undefined ? [] : [`"Authorization": "Bearer " + ${bearer}`]),
  ];
  return [
    `const ${name} = await fetch(${quotedText(url)}, {`,
    ...(method === 'GET' ? [] : [`  method: ${quotedText(method)},`]),
    ...(lines.length === 0 ? [] : ['  headers: {', ...lines.map((line) => `    ${line},`), '  },']),
    ...(body === undefined ? [] : [`  body: ${quotedText(body)},`]),
    '});',
  ]
    .join('\n')
    .replace(/, \{\n\}\);$/, ');');
}

/** The call as a JavaScript module. */
export function javascriptSnippet({ token, call }: CallPlan): string {
  return [
    ...(token
      ? [
          request('tokenResponse', token, undefined),
          `const { ${token.answer}: token } = await tokenResponse.json();`,
          '',
        ]
      : []),
    request('response', call, token && 'token'),
    'console.log(response.status, await response.text());',
  ].join('\n');
}
