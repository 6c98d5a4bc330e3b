import type { CallPlan, PlannedCall } from './call-plan.js';
import { quotedWord } from './quote.js';

function command(start: string, { url, headers, basic, body }: PlannedCall, more: readonly string[] = []): string[] {
  return [
    `${start} ${quotedWord(url)}`,
    ...(basic === undefined ? [] : [`-u ${quotedWord(basic)}`]),
    ...headers.map(([name, value]) => `-H ${quotedWord(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quotedWord(body)}`]),
    ...more,
  ];
}

/** The call as commands of a shell. */
export function curlSnippet({ token, call }: CallPlan): string {
  if (!token) return command('curl', call).join(' \\\n  ');
  const taking = String.raw`sed -n 's/.*"${token.answer}" *: *"\([^"]*\)".*/\1/p'`;
  return [
    `TOKEN=$(${command('curl -sS', token).join(' \\\n  ')} |`,
    `  ${taking})`,
    command('curl', call, ['-H "Authorization: Bearer $TOKEN"']).join(' \\\n  '),
  ].join('\n');
}
