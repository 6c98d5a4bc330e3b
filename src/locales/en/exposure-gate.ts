/** The gate of an API that takes keys and calls only while it is exposed; loaded with the first of them. */
export const exposureGate = {
  gateOf: (api: string) => `Expose ${api}`,
  gateOpen: 'Exposed',
  gateClosed: 'Not exposed',
  gateOpenHelp: 'Keys can be made for it, and calls with a key reach it.',
  gateClosedHelp: 'No key can be made for it, and no call reaches it.',
  gateAsk: 'Ask somebody whose role may change that.',
  'gate-expose': (api: string) => `Expose ${api}?`,
  'gate-expose-body': 'Keys can be made for it, and calls with a key reach it.',
  'gate-expose-label': 'Expose',
  'gate-unexpose': (api: string) => `Stop exposing ${api}?`,
  'gate-unexpose-body':
    'Every call of it is refused from now on, with every key, and no key can be made. The keys stay: they work again once it is exposed.',
  'gate-unexpose-label': 'Stop exposing',
  gateNowOpen: (api: string) => `${api} is exposed.`,
  gateNowClosed: (api: string) => `${api} is no longer exposed.`,
};
