const products = { address: '/products.html', key: 'products' };
const applications = { address: '/applications.html', key: 'applications', role: 'consumer' };
const credentials = { address: '/credentials.html', key: 'credentials' };
const requests = { address: '/requests.html', key: 'requests', role: 'consumer' };
const catalogue = [products, applications, credentials, requests];

/**
 * The marketplaces of the demo: whose rules each follows, what is special about it, and the pages it has, by the word for
 * them. The first is the one that an address without a choice means.
 */
export const marketplaces = [
  {
    id: 'amplify',
    name: 'Acme Marketplace',
    rules: 'Axway Amplify',
    special: [
      'Access is asked for, and approved at once or by the provider',
      'A secret can be seen for three days; then it is erased here and keeps working',
      'Credentials are suspended, renewed with an overlap, and expire',
    ],
    pages: catalogue,
  },
  {
    id: 'amplify-classic',
    name: 'Acme Marketplace, classic',
    rules: 'Axway Amplify, the older edition',
    special: [
      'The same catalogue, and access is asked for in the same way',
      'Every secret is shown exactly once',
      'Whoever loses it creates another credential and deletes the old one',
    ],
    pages: catalogue,
  },
  {
    id: 'ibm',
    name: 'Acme API Management',
    rules: 'IBM API Management',
    special: [
      'Keys exist only while an API is exposed',
      'Five for your organisation, five for people outside',
      'Who is outside sets the secret on a page you share',
    ],
    pages: [{ address: '/api-keys.html', key: 'apiKeys' }],
  },
  {
    id: 'mparticle',
    name: 'Acme Customer Data',
    rules: 'mParticle',
    special: [
      'One screen, for admins alone',
      'APIs, a permission of each, and the workspaces it holds for',
      'All of that can be changed later under the same secret',
    ],
    pages: [{ address: '/api-credentials.html', key: 'apiCredentials' }],
  },
  {
    id: 'eqp',
    name: 'Acme Extensions',
    rules: 'Magento Marketplace EQP',
    special: [
      'Sandbox and production are worlds of their own',
      'Three keys in each, for those who are eligible',
      'Session tokens outlive a regenerated pair',
    ],
    pages: [{ address: '/access-keys.html', key: 'accessKeys' }],
  },
];
