import { copyButton } from './copy-button.js';
import { element } from './dom.js';

const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The lines of a command that calls an address, by how the call carries the credential; placeholders in brackets. */
function linesOf({ name, secretName, tokenUrl, kind }, url, id) {
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
      const headers = [[name, secretName ? (id ?? '<key ID>') : '<API key>']];
      if (secretName !== undefined) headers.push([secretName, '<key secret>']);
      const lines = headers.map(([header, value]) => `  -H ${quoted(`${header}: ${value}`)}`);
      return [`curl ${quoted(url)} \\`, lines.join(' \\\n')];
    }
  }
}

/**
 * How to call an address from a command line.
 *
 * @param id - The ID of the key, where it is known.
 */
export function callSnippet(scheme, url, id) {
  const lines = linesOf(scheme, url, id).join('\n');
  return element(
    'div',
    { className: 'snippet-frame' },
    element('pre', { className: 'snippet', tabIndex: 0, role: 'region', 'aria-label': 'Call with curl' }, lines),
    copyButton('the command', () => lines),
  );
}
