import { html, nothing, type TemplateResult } from 'lit';
import type { TypeOption } from '../../contract/credential-options.js';
import type { common } from '../../locales/en/common.js';
import type { credentialBlocked } from '../../locales/en/credential-blocked.js';
import type { credentialForm } from '../../locales/en/credential-form.js';
import type { form } from '../../locales/en/form.js';
import type { reasons } from '../../locales/en/reasons.js';
import { describeReason } from '../shared/describe-error.js';
import { duration } from '../shared/duration.js';
import { renderFieldset } from '../shared/form/field.js';
import { renderOptions, type ChoiceOption } from '../shared/form/options.js';
import type { Localize } from '../shared/localize.js';
import type { ChoiceKind, CredentialChoices } from './credential-choices.js';

export type FormWords = Localize<
  typeof common & typeof reasons & typeof form & typeof credentialBlocked & typeof credentialForm
>;

/** What can be wrong at a choice. */
export type FieldKind = ChoiceKind | 'type' | 'lifetime' | 'existing';

/** What the templates of the choices need. */
export interface ChoiceView {
  localize: FormWords;
  choices: CredentialChoices;
  /** The marketplace's clock, in milliseconds. */
  now: number;
  problemOf(kind: FieldKind): string | undefined;
  /** Wraps what the person chooses: notes that something was changed. */
  choosing<Value>(kind: FieldKind, choose: (value: Value) => unknown): (value: Value) => void;
}

/** What a group of choices is called. */
export const labels = {
  environment: 'newCredentialEnvironment',
  team: 'newCredentialTeam',
  application: 'newCredentialApplication',
  resource: 'newCredentialResource',
  type: 'newCredentialType',
  lifetime: 'newCredentialLifetime',
  existing: 'newCredentialExisting',
} as const satisfies Record<FieldKind, string>;

/** The sentence of a reason: the form's own, or the general one. */
export const reasonText = (localize: FormWords, reason = ''): string =>
  localize.find(`newCredential-${reason}`) ?? describeReason(localize, reason);

interface Offered {
  id: string;
  name: string;
  allowed?: boolean;
  reason?: string | undefined;
}

/** Which environment, team, application and API it is for, as far as there is something to choose. */
export function renderChoices(view: ChoiceView): unknown {
  const { choices } = view;
  const { options } = choices;
  if (!options) return nothing;
  const group = (kind: ChoiceKind, offered: readonly Offered[]): unknown =>
    choices.isGiven(kind) || offered.length < 2 ? nothing : renderGroup(kind, offered, view);
  const isPlaced = options.environments.length === 0 || choices.chosen('environment') !== undefined;
  return html`${group('environment', options.environments)}
  ${
    isPlaced
      ? html`${options.needsApplication ? group('application', options.applications) : group('team', options.teams)}
        ${options.grants || choices.lacksTeam ? nothing : group('resource', options.resources)}`
      : nothing
  }`;
}

function renderGroup(kind: ChoiceKind, offered: readonly Offered[], view: ChoiceView): TemplateResult {
  const { localize, choices } = view;
  const options = offered.map(({ id, name, allowed = true, reason }): ChoiceOption => {
    return { id, name, allowed, lines: [], reason: allowed ? undefined : reasonText(localize, reason) };
  });
  const frame = {
    id: kind,
    label: localize.term(labels[kind]),
    help: localize.find(`${labels[kind]}Help`),
    problem: view.problemOf(kind),
  };
  const choose = view.choosing(kind, (id: string) => void choices.choose(kind, id));
  return renderFieldset(frame, renderOptions({ name: kind, options, chosen: choices.chosen(kind), choose }));
}

/** What is there already and could serve the API too, before another is created (SPEC C12). */
export function renderExisting(view: ChoiceView): TemplateResult | typeof nothing {
  const { localize, choices } = view;
  const { existing = [] } = choices.options ?? {};
  if (existing.length === 0) return nothing;
  const options = existing.map(({ id, name, state, identifiers, expiresAt }): ChoiceOption => {
    const lines = identifiers.map(({ label, value }) => `${label}: ${value}`);
    if (state === 'inactive') lines.push(localize.term('newCredentialInactive'));
    if (expiresAt !== undefined) lines.push(localize.term('newCredentialUntil', localize.date(expiresAt)));
    return { id, name: localize.term('newCredentialUse', name), allowed: true, lines };
  });
  options.push({ id: '', name: localize.term('newCredentialAnother'), allowed: true, lines: [] });
  return renderFieldset(
    {
      id: 'existing',
      label: localize.term(labels.existing),
      help: localize.term('newCredentialExistingHelp'),
      problem: view.problemOf('existing'),
    },
    renderOptions({
      name: 'existing',
      options,
      chosen: choices.existing?.id ?? '',
      choose: view.choosing('existing', (id: string) => choices.chooseExisting(id || undefined)),
    }),
  );
}

/** The types, each with how many there may be and why one is impossible. */
export function renderTypes(view: ChoiceView): TemplateResult {
  const { localize, choices } = view;
  const { types, type } = choices;
  const options = types.map(({ id, name, description, limit, allowed, reason }): ChoiceOption => {
    const used = limit && localize.term('limitUsed', limit.used, limit.most);
    const lines = [description, used].filter((line) => line !== undefined);
    return { id, name, allowed, lines, reason: allowed ? undefined : reasonText(localize, reason) };
  });
  return renderFieldset(
    {
      id: 'type',
      label: localize.term(labels.type),
      help: types.length === 1 ? localize.term('newCredentialOnlyType') : undefined,
      problem: view.problemOf('type'),
    },
    renderOptions({
      name: 'type',
      options,
      chosen: type?.id,
      choose: view.choosing('type', (id: string) => choices.chooseType(id)),
    }),
  );
}

/** How long it shall live, with the end of each lifetime (SPEC C11). */
export function renderLifetimes(view: ChoiceView): TemplateResult | typeof nothing {
  const { localize, choices, now } = view;
  const lifetimes = choices.type?.lifetimesMs ?? [];
  if (lifetimes.length === 0) return nothing;
  const options = lifetimes.map((ms, index): ChoiceOption => {
    if (ms === null)
      return { id: String(index), name: localize.term('newCredentialEndless'), allowed: true, lines: [] };
    const until = localize.term('newCredentialUntil', localize.date(now + ms));
    return { id: String(index), name: duration(localize.language, ms), allowed: true, lines: [until] };
  });
  return renderFieldset(
    {
      id: 'lifetime',
      label: localize.term(labels.lifetime),
      help: lifetimes.length === 1 ? localize.term('newCredentialOnlyLifetime') : undefined,
      problem: view.problemOf('lifetime'),
    },
    renderOptions({
      name: 'lifetime',
      options,
      chosen: String(lifetimes.indexOf(choices.lifetimeMs ?? null)),
      choose: view.choosing('lifetime', (index: string) => choices.chooseLifetime(lifetimes[Number(index)] ?? null)),
    }),
  );
}

/** How long its secret can be seen, said before there is one (SPEC S1, S9); empty if that is not known. */
export function secretSentence(localize: FormWords, { visibility, secretLater }: TypeOption): string {
  const { mode, windowMs } = visibility;
  if (secretLater) return localize.term('secretWillLater');
  if (mode === 'window' && windowMs !== undefined)
    return localize.term('secretWillWindow', duration(localize.language, windowMs));
  return localize.find(`secretWill-${mode}`) ?? '';
}
