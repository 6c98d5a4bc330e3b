import type { CallPlan, PlannedCall } from './call-plan.js';
import { quotedText } from './quote.js';

function request(
  name: string,
  { method, url, headers, basic, body }: PlannedCall,
  bearer: string | undefined,
): string[] {
  return [
    `var ${name} = HttpRequest.newBuilder(URI.create(${quotedText(url)}))`,
    ...(basic === undefined
      ? []
      : [
          '        .header("Authorization", "Basic " + Base64.getEncoder()',
          `            .encodeToString(${quotedText(basic)}.getBytes(StandardCharsets.UTF_8)))`,
        ]),
    ...headers.map(([header, value]) => `        .header(${quotedText(header)}, ${quotedText(value)})`),
    ...(bearer === undefined ? [] : [`        .header("Authorization", "Bearer " + ${bearer})`]),
    ...(method === 'GET' ? [] : [`        .POST(HttpRequest.BodyPublishers.ofString(${quotedText(body ?? '')}))`]),
    '        .build();',
  ];
}

/** The call as a Java program, from Java 11 on. */
export function javaSnippet({ token, call }: CallPlan): string {
  const needsBase64 = (token ?? call).basic !== undefined;
  const imports = [
    'java.net.URI',
    'java.net.http.HttpClient',
    'java.net.http.HttpRequest',
    'java.net.http.HttpResponse',
    ...(needsBase64 ? ['java.nio.charset.StandardCharsets', 'java.util.Base64'] : []),
    ...(token ? ['java.util.regex.Pattern'] : []),
  ];
  const lines = [
    'var client = HttpClient.newHttpClient();',
    ...(token
      ? [
          ...request('tokenRequest', token, undefined),
          'var answer = client.send(tokenRequest, HttpResponse.BodyHandlers.ofString()).body();',
          `var found = Pattern.compile(${quotedText(`"${token.answer}"\\s*:\\s*"([^"]+)"`)}).matcher(answer);`,
          'if (!found.find()) throw new IllegalStateException("no token in the answer");',
        ]
      : []),
    ...request('request', call, token && 'found.group(1)'),
    'var response = client.send(request, HttpResponse.BodyHandlers.ofString());',
    'System.out.println(response.statusCode() + " " + response.body());',
  ];
  return [
    ...imports.map((name) => `import ${name};`),
    '',
    'public class Call {',
    '    public static void main(String[] args) throws Exception {',
    ...lines.map((line) => `        ${line}`),
    '    }',
    '}',
  ].join('\n');
}
