import { html, nothing, type TemplateResult } from 'lit';
import type { AccessOptions, ApplicationOption, SubscriptionOption } from '../../contract/access-options.js';
import type { Quota } from '../../contract/product.js';
import type { accessRequestForm } from '../../locales/en/access-request-form.js';
import type { accessStates } from '../../locales/en/access-states.js';
import type { common } from '../../locales/en/common.js';
import type { form } from '../../locales/en/form.js';
import type { reasons } from '../../locales/en/reasons.js';
import { isolate } from '../../locales/isolate.js';
import { describeReason } from '../shared/describe-error.js';
import { clip } from '../shared/form/clip.js';
import { renderFieldset } from '../shared/form/field.js';
import { renderOptions, type ChoiceOption } from '../shared/form/options.js';
import type { Localize } from '../shared/localize.js';
import type { AccessChoices, ChoiceKind } from './access-choices.js';

/** What the templates of the choices need. */
export interface ChoiceView {
  localize: Localize<typeof common & typeof reasons & typeof form & typeof accessStates & typeof accessRequestForm>;
  choices: AccessChoices;
  problemOf(kind: ChoiceKind): string | undefined;
  choose(kind: ChoiceKind, id: string): void;
  /** Shows the request that stands in the way of a new one. */
  view(requestId: string): void;
}

/** The calls a plan allows, in words. */
const quotaText = ({ localize }: Pick<ChoiceView, 'localize'>, { limit, interval }: Quota): string =>
  localize.term(`quota-${interval}`, limit.toLocaleString(localize.language), limit);

/** A plan with all of its limits: `Gold · 10,000 calls per day`. */
export const planText = (view: Pick<ChoiceView, 'localize'>, { plan, quotas }: SubscriptionOption): string =>
  [isolate(clip(plan.name)), ...quotas.map((quota) => quotaText(view, quota))].join(' · ');

/**
 * Team (of several), subscription and application: every option, and why one is impossible (SPEC A4 to A6). Where no
 * request can be made for want of a subscription, only those are shown.
 */
export function renderChoices(options: AccessOptions, view: ChoiceView): TemplateResult {
  const teams = options.teams.map((team): ChoiceOption => ({ ...team, lines: [] }));
  const subscriptions = options.subscriptions.map((subscription) => subscriptionOption(subscription, options, view));
  const applications = options.applications.map((application) => applicationOption(application, options, view));
  const lacksSubscription = options.blocked !== undefined && options.blocked !== 'no-application';
  return html`${teams.length > 1 && !lacksSubscription ? renderGroup('team', teams, view) : nothing}
  ${renderGroup('subscription', subscriptions, view)}
  ${lacksSubscription ? nothing : renderGroup('application', applications, view)}`;
}

const titles = { team: 'requestTeam', subscription: 'requestSubscription', application: 'requestApplication' } as const;

function renderGroup(kind: ChoiceKind, options: ChoiceOption[], view: ChoiceView): TemplateResult {
  const { localize, choices } = view;
  const chosen = choices.choice[`${kind}Id`];
  const isAutomatic = kind !== 'team' && choices.isAutomatic(kind) && chosen !== undefined;
  const help = isAutomatic ? 'requestOnlyOne' : kind === 'team' ? 'requestTeamHelp' : undefined;
  const frame = {
    id: kind,
    label: localize.term(titles[kind]),
    help: help && localize.term(help),
    problem: view.problemOf(kind),
  };
  const content =
    options.length > 0
      ? renderOptions({ name: kind, options, chosen, choose: (id) => view.choose(kind, id) })
      : html`<p class="muted">
          ${localize.term(kind === 'application' ? 'requestNoApplications' : 'requestNoSubscriptions')}
        </p>`;
  return renderFieldset(frame, content);
}

function subscriptionOption(option: SubscriptionOption, { teams }: AccessOptions, view: ChoiceView): ChoiceOption {
  const { localize } = view;
  const name = localize.term('requestSubscriptionOf', clip(option.plan.name), clip(option.owner.name));
  const plan = teams.length > 1 ? { ...option.plan, name } : option.plan;
  return { ...option, lines: [planText(view, { ...option, plan })], reason: reasonOf(option, view) };
}

function applicationOption(option: ApplicationOption, { teams }: AccessOptions, view: ChoiceView): ChoiceOption {
  const { duplicate } = option;
  return {
    ...option,
    lines: teams.length > 1 ? [option.owner.name] : [],
    reason: duplicate ? renderDuplicate(option.name, duplicate, view) : reasonOf(option, view),
  };
}

const reasonOf = ({ allowed, reason }: { allowed: boolean; reason?: string | undefined }, { localize }: ChoiceView) =>
  allowed ? undefined : (localize.find(`option-${reason ?? ''}`) ?? describeReason(localize, reason));

/** Says what is there already, and leads to it (SPEC A6). */
function renderDuplicate(
  application: string,
  { id, state, createdAt }: NonNullable<ApplicationOption['duplicate']>,
  view: ChoiceView,
): TemplateResult {
  const { localize } = view;
  const word = localize.term(`access-${state}`);
  return html`${localize.term('requestSince', word, localize.date(createdAt))}
    <button
      class="link"
      type="button"
      aria-label=${localize.term('requestViewFor', clip(application))}
      @click=${() => view.view(id)}
    >
      ${localize.term('requestView')}
    </button>`;
}
