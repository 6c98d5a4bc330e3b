/** A page of the navigation: `key` names it, `below` is the page of one thing in it, `role` whom it is for. */
const page = (key, title, more = {}) => ({ address: `/${key}.html`, key, title, ...more });

const products = page('products', 'Products', { below: '/product.html' });
const applications = page('applications', 'Applications', { below: '/application.html', role: 'consumer' });
const credentials = page('credentials', 'Credentials');
const requests = page('requests', 'Requests', { role: 'consumer' });
/** Where the provider works, in every marketplace. */
export const desk = page('desk', 'Provider desk', { role: 'provider' });

const catalogue = [products, applications, credentials, requests];

/**
 * The marketplaces of the demo: whose rules each follows, what is special about it, and the pages it has. The first is
 * the one that an address without a choice means.
 */
export const marketplaces = [
  {
    id: 'amplify',
    name: 'Acme Marketplace',
    rules: 'Axway Amplify',
    special: [
      'Access is requested, and approved automatically or by the provider',
      'Secrets can be viewed for three days, then are erased here and keep working',
      'Credentials are suspended, renewed with an overlap, and expire',
    ],
    pages: catalogue,
  },
  {
    id: 'amplify-classic',
    name: 'Acme Marketplace, classic',
    rules: 'Axway Amplify, the older edition',
    special: [
      'The same catalogue, and access is requested in the same way',
      'Every secret is shown only once',
      'If it is lost, create another credential and delete the old one',
    ],
    pages: catalogue,
  },
  {
    id: 'ibm',
    name: 'Acme API Management',
    rules: 'IBM API Management',
    special: [
      'Keys exist only while an API is exposed',
      'Five for your organisation, five for people outside it',
      'People outside set their own secret on a page you share',
    ],
    pages: [page('api-keys', 'API keys')],
  },
  {
    id: 'mparticle',
    name: 'Acme Customer Data',
    rules: 'mParticle',
    special: [
      'One screen, for admins only',
      'APIs, a permission for each, and the workspaces it covers',
      'All of it can be changed later, with the same secret',
    ],
    pages: [page('api-credentials', 'API credentials')],
  },
  {
    id: 'eqp',
    name: 'Acme Extensions',
    rules: 'Magento Marketplace EQP',
    special: [
      'Sandbox and production are separate',
      'Three keys in each, for those who are eligible',
      'Session tokens outlive a regenerated key pair',
    ],
    pages: [page('access-keys', 'Access keys')],
  },
];
