import { plural } from '../plural.js';

/** What the request form says while it is filled in. */
export const accessRequestForm = {
  requestHeading: (resource: string) => `Request access to ${resource}`,
  requestEditHeading: (resource: string) => `Edit your request for ${resource}`,
  requestPartOf: (product: string) => `Part of ${product}`,
  requestNameFor: (resource: string, application: string) => `${resource} for ${application}`,
  requestNameHelp: 'How your team and the provider will find this request.',
  requestAutomatic: 'Approved automatically as soon as you send it.',
  requestManual: 'The provider reviews it before you get access. You can follow that here.',
  requestSend: 'Request access',
  requestSendAgain: 'Send again',
  requestRejectedFor: (reason: string) => `Why it was rejected: ${reason}`,
  requestRejected: 'It was rejected without a reason.',

  requestTeam: 'Team',
  requestTeamHelp: 'Subscription and application must belong to the same team.',
  requestSubscription: 'Subscription',
  requestApplication: 'Application',
  requestTerms: 'Terms',
  requestOnlyOne: 'Chosen for you: it is the only one you can use here.',
  requestSubscriptionOf: (plan: string, team: string) => `${plan}, ${team}`,
  requestNoApplications: 'You have no application to use here.',
  requestNoSubscriptions: 'You have no subscription to this product.',
  requestSince: (state: string, date: string) => `Already requested on ${date}: ${state}.`,
  'option-not-active': 'It is not active any more.',
  'option-not-approved': 'It is not approved yet.',
  requestView: 'View request',
  requestViewFor: (application: string) => `View request: ${application}`,

  'quota-second': (limit: string, count: number) =>
    plural('en', count, { one: `${limit} call per second`, other: `${limit} calls per second` }),
  'quota-minute': (limit: string, count: number) =>
    plural('en', count, { one: `${limit} call per minute`, other: `${limit} calls per minute` }),
  'quota-hour': (limit: string, count: number) =>
    plural('en', count, { one: `${limit} call per hour`, other: `${limit} calls per hour` }),
  'quota-day': (limit: string, count: number) =>
    plural('en', count, { one: `${limit} call per day`, other: `${limit} calls per day` }),
  'quota-week': (limit: string, count: number) =>
    plural('en', count, { one: `${limit} call per week`, other: `${limit} calls per week` }),
  'quota-month': (limit: string, count: number) =>
    plural('en', count, { one: `${limit} call per month`, other: `${limit} calls per month` }),
  'quota-year': (limit: string, count: number) =>
    plural('en', count, { one: `${limit} call per year`, other: `${limit} calls per year` }),

  'quota-unknown': (limit: string, count: number) =>
    plural('en', count, { one: `${limit} call`, other: `${limit} calls` }),

  requestBlocked: 'You cannot request access yet',
  'blocked-not-required': 'This API needs no access request: you can create a credential for it right away.',
  'blocked-no-subscription': 'You need a subscription to this product first.',
  'blocked-no-usable-subscription':
    'None of your subscriptions can be used for this API. Below you see what is missing for each of them.',
  'blocked-no-application':
    'You need an application that belongs to the same team as your subscription. It is what will call the API.',
  'blocked-no-free-application':
    'None of your applications can be used for this request. Below you see why for each of them.',
  requestOptionsLost: 'Your subscriptions and applications could not be loaded.',
  requestOptionsFailed: 'Your subscriptions and applications could not be loaded again. You see what was known before.',
  requestSending: 'Sending your request. Keep this page open until it is done.',
  requestChosenPlan: (subscription: string, plan: string) => `${subscription}, ${plan}`,
  requestApi: 'API',
};
