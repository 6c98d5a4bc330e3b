// The parts of oidc-provider that its main module re-exports. On Node 20 that module prints at every start that it would
// rather run on Node 22 (https://github.com/panva/node-oidc-provider/blob/main/lib/index.js); what the demo needs of it
// works there, and is tested. Import 'oidc-provider' itself once Node 22 is the floor.
declare module 'oidc-provider/lib/provider.js' {
  import type Provider from 'oidc-provider';
  const provider: typeof Provider;
  export { provider as Provider };
}

declare module 'oidc-provider/lib/helpers/errors.js' {
  import type { errors } from 'oidc-provider';
  export const InvalidClientAuth: typeof errors.InvalidClientAuth;
  export const InvalidTarget: typeof errors.InvalidTarget;
}
