const products = { address: '/products.html', name: 'Products' };
const applications = { address: '/applications.html', name: 'Applications', role: 'consumer' };
const requests = { address: '/requests.html', name: 'Requests', role: 'consumer' };
const apiKeys = { address: '/api-keys.html', name: 'API keys' };
const apiCredentials = { address: '/api-credentials.html', name: 'API credentials' };
const accessKeys = { address: '/access-keys.html', name: 'Access keys' };

/**
 * The marketplaces of the demo: whose rules each follows, what is special about it, and the pages it has. The first is
 * the one that an address without a choice means.
 */
export const marketplaces = [
  {
    id: 'amplify',
    name: 'Acme Marketplace',
    rules: 'Axway Amplify',
    special:
      'Access is asked for and approved; a secret can be seen for three days, then it is erased here and keeps working; credentials are suspended, renewed with an overlap, and expire.',
    pages: [products, applications, requests],
  },
  {
    id: 'amplify-classic',
    name: 'Acme Marketplace, classic',
    rules: 'Axway Amplify, the older edition',
    special:
      'The same catalogue, but every secret is shown exactly once: whoever loses it creates another credential and deletes the old one.',
    pages: [products, applications, requests],
  },
  {
    id: 'ibm',
    name: 'Acme API Management',
    rules: 'IBM API Management',
    special:
      'Keys exist only while an API is exposed: five for your organisation, and five for people outside, who set their secret themselves on a page you share.',
    pages: [apiKeys],
  },
  {
    id: 'mparticle',
    name: 'Acme Customer Data',
    rules: 'mParticle',
    special:
      'One screen for admins alone: each credential is granted APIs, a permission of each, and the workspaces it holds for, and all of that can be changed later under the same secret.',
    pages: [apiCredentials],
  },
  {
    id: 'eqp',
    name: 'Acme Extensions',
    rules: 'Magento Marketplace EQP',
    special:
      'Sandbox and production are worlds of their own, with three keys in each; a key pair is exchanged for session tokens, which outlive a regenerated pair.',
    pages: [accessKeys],
  },
];
