import type { CallPlan, PlannedCall } from './call-plan.js';
import { quotedText } from './quote.js';

function request(
  name: string,
  { method, url, headers, basic, body }: PlannedCall,
  bearer: string | undefined,
): string[] {
  const verb = method === 'GET' ? 'Get' : 'Post';
  const type = headers.find(([header]) => header === 'Content-Type')?.[1] ?? '';
  return [
    `using var ${name} = new HttpRequestMessage(HttpMethod.${verb}, ${quotedText(url)});`,
    ...(basic === undefined
      ? []
      : [
          `${name}.Headers.Authorization = new AuthenticationHeaderValue("Basic",`,
          `    Convert.ToBase64String(Encoding.UTF8.GetBytes(${quotedText(basic)})));`,
        ]),
    ...(bearer === undefined
      ? []
      : [`${name}.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ${bearer});`]),
    // What the content is, is said of the content.
    ...headers
      .filter(([header]) => body === undefined || header !== 'Content-Type')
      .map(
        ([header, value]) => `${name}.Headers.TryAddWithoutValidation(${quotedText(header)}, ${quotedText(value)});`,
      ),
    ...(body === undefined
      ? []
      : [`${name}.Content = new StringContent(${quotedText(body)}, Encoding.UTF8, ${quotedText(type)});`]),
  ];
}

/** The call as a C# program of top-level statements, from .NET 6 on. */
export function csharpSnippet({ token, call }: CallPlan): string {
  const needsHeaders = token !== undefined || call.basic !== undefined;
  return [
    ...(needsHeaders ? ['using System.Net.Http.Headers;', 'using System.Text;'] : []),
    ...(token ? ['using System.Text.Json;'] : []),
    ...(needsHeaders ? [''] : []),
    'using var client = new HttpClient();',
    '',
    ...(token
      ? [
          ...request('tokenRequest', token, undefined),
          'using var tokenResponse = await client.SendAsync(tokenRequest);',
          'using var answer = JsonDocument.Parse(await tokenResponse.Content.ReadAsStringAsync());',
          `var token = answer.RootElement.GetProperty(${quotedText(token.answer)}).GetString();`,
          '',
        ]
      : []),
    ...request('request', call, token && 'token'),
    'using var response = await client.SendAsync(request);',
    'Console.WriteLine((int)response.StatusCode + " " + await response.Content.ReadAsStringAsync());',
  ].join('\n');
}
