import { element } from './dom.js';

const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The lines of a command that calls an address, by how the call carries the credential; placeholders in brackets. */
function linesOf({ name, secretName, tokenUrl, kind }, url) {
  const withToken = (token) => [`curl ${quoted(url)} \\`, `  -H "Authorization: Bearer ${token}"`];
  switch (kind) {
    case 'basic':
      return [`curl ${quoted(url)} \\`, "  -u '<user name>:<password>'"];
    case 'oauth2':
      return [
        `curl ${quoted(tokenUrl)} \\`,
        "  -u '<client ID>:<client secret>' -d grant_type=client_credentials",
        ...withToken('<access token>'),
      ];
    case 'session':
      return [
        `curl ${quoted(tokenUrl)} \\`,
        '  -u \'<application ID>:<application secret>\' --json \'{"grant_type":"session"}\'',
        ...withToken('<session token>'),
      ];
    default: {
      const headers = [[name, secretName ? '<key ID>' : '<API key>']];
      if (secretName !== undefined) headers.push([secretName, '<key secret>']);
      const lines = headers.map(([header, value]) => `  -H ${quoted(`${header}: ${value}`)}`);
      return [`curl ${quoted(url)} \\`, lines.join(' \\\n')];
    }
  }
}

/** How to call an address from a command line. */
export const callSnippet = (scheme, url) =>
  element(
    'pre',
    { className: 'snippet', tabIndex: 0, role: 'region', 'aria-label': 'Call with curl' },
    linesOf(scheme, url).join('\n'),
  );
