import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Grant, GrantChoice, GrantOption } from '../../contract/grant.js';
import type { FieldError } from '../../contract/problem.js';
import { grantsField } from '../../locales/en/grants-field.js';
import type { Messages } from '../../locales/locale.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { clip } from '../shared/form/clip.js';
import type { FieldMessage } from '../shared/form/draft-form.js';
import { renderFieldset } from '../shared/form/field.js';
import { renderOptions } from '../shared/form/options.js';
import type { Localize } from '../shared/localize.js';
import { found, longList, renderTickList } from './grant-scope.js';
import { grantsStyles } from './grants-field.styles.js';

/** What is chosen of one resource. */
interface Chosen {
  permissionId: string | undefined;
  scopeIds: Set<string>;
}

type Part = 'permission' | 'scope';

/** What is granted, as if it had been chosen, by resource. */
const chosenOf = (granted: readonly Grant[]): Map<string, Chosen> =>
  new Map(
    granted.map(({ resource, permission, scope }) => [
      resource.id,
      { permissionId: permission.id, scopeIds: new Set(scope.items.map(({ id }) => id)) },
    ]),
  );

const isSame = (one: Chosen | undefined, other: Chosen | undefined): boolean =>
  one?.permissionId === other?.permissionId &&
  one?.scopeIds.size === other?.scopeIds.size &&
  [...(one?.scopeIds ?? [])].every((id) => other?.scopeIds.has(id));

/** Whether the scope leaves nothing to choose (SPEC M2). */
const isSettled = ({ scope }: GrantOption): boolean => scope.locked || scope.items.length === 1;

/**
 * What a credential may do: APIs, a permission for each, and the parts of the hierarchy it holds for (SPEC M2). Loaded
 * where resources are granted in parts.
 */
export class GrantsField {
  readonly #host: LitElement;
  readonly #localize: Localize<typeof grantsField>;
  readonly #changed: () => void;
  #options: readonly GrantOption[] = [];
  /** What was granted when it began: it stays possible even if it is no longer offered. */
  #granted: readonly Grant[] = [];
  #chosen = new Map<string, Chosen>();
  /** What is wrong, by resource and part; under the empty key, with all of it. */
  #problems = new Map<string, () => string>();
  /** What is searched for, by resource; under the empty key, among the resources. */
  #queries = new Map<string, string>();

  constructor(host: LitElement, localize: Localize<Messages>, changed: () => void) {
    this.#host = host;
    this.#localize = localize.with(grantsField);
    this.#changed = changed;
    adoptStyles(host, [grantsStyles]);
  }

  /** Starts over from what is granted. */
  reset(granted: readonly Grant[] = []): void {
    this.#granted = granted;
    this.#problems.clear();
    this.#queries.clear();
    this.#chosen = chosenOf(granted);
  }

  /** What is granted has become something else: what was changed here stays, the rest follows. */
  rebase(granted: readonly Grant[] = []): void {
    const [before, now] = [chosenOf(this.#granted), chosenOf(granted)];
    for (const id of new Set([...before.keys(), ...now.keys()])) {
      if (!isSame(this.#chosen.get(id), before.get(id))) continue;
      const chosen = now.get(id);
      if (chosen) this.#chosen.set(id, chosen);
      else this.#chosen.delete(id);
    }
    this.#granted = granted;
  }

  /** Whether what is chosen is something else than what is granted. */
  get changed(): boolean {
    const granted = chosenOf(this.#granted);
    const ids = [...granted.keys(), ...this.#chosen.keys()];
    return ids.some((id) => !isSame(this.#chosen.get(id), granted.get(id)));
  }

  /** Sets what can be granted. What is chosen stays. */
  define(offered: readonly GrantOption[]): void {
    const kept = this.#granted
      .filter(({ resource }) => !offered.some((option) => option.resource.id === resource.id))
      .map(({ resource, permission, scope }) => ({ resource, permissions: [permission], scope }));
    this.#options = [...offered, ...kept];
  }

  /** The grants as they would be sent. */
  get choices(): GrantChoice[] {
    return this.#options.flatMap((option): GrantChoice[] => {
      const { resource, scope } = option;
      const chosen = this.#chosen.get(resource.id);
      if (!chosen) return [];
      const permissionId = this.#permissionOf(option) ?? '';
      if (scope.locked) return [{ resourceId: resource.id, permissionId }];
      return [{ resourceId: resource.id, permissionId, scopeIds: this.#scopesOf(option) }];
    });
  }

  /** Everything that is missing; shown at each part of it. */
  check(): FieldMessage[] {
    this.#problems.clear();
    if (this.#chosen.size === 0) return [this.#refuse('', () => this.#localize.term('grantsNone'))];
    return this.#options.flatMap((option): FieldMessage[] => {
      if (!this.#chosen.has(option.resource.id)) return [];
      const problems: FieldMessage[] = [];
      if (this.#permissionOf(option) === undefined)
        problems.push(this.#refusePart(option, 'permission', () => this.#localize.term('grantsNoPermission')));
      if (!option.scope.locked && this.#scopesOf(option).length === 0)
        problems.push(this.#refusePart(option, 'scope', () => this.#localize.term('grantsNoScope')));
      return problems;
    });
  }

  /** Shows what the marketplace says of `/grants` or a part of it. */
  place({ pointer }: FieldError, message: () => string): FieldMessage | undefined {
    const [, field, index, part] = pointer.split('/');
    if (field !== 'grants') return undefined;
    const resourceId = this.choices[Number(index)]?.resourceId;
    const option = this.#options.find(({ resource }) => resource.id === resourceId);
    if (index === undefined || !option) return this.#refuse('', message);
    return this.#refusePart(option, part === 'scopeIds' && !isSettled(option) ? 'scope' : 'permission', message);
  }

  render(): TemplateResult {
    return renderFieldset(
      {
        id: 'grants',
        label: this.#localize.term('grants'),
        help: this.#localize.term('grantsHelp'),
        problem: this.#problems.get('')?.(),
      },
      html`${this.#renderSearch()}
        <div class="grants">
          ${repeat(
            this.#shown,
            ({ resource }) => resource.id,
            (option) => this.#renderGrant(option, this.#options.indexOf(option)),
          )}
        </div>`,
    );
  }

  #permissionOf({ resource, permissions }: GrantOption): string | undefined {
    const chosen = this.#chosen.get(resource.id)?.permissionId;
    return permissions.length === 1 ? permissions[0]?.id : chosen;
  }

  #scopesOf({ resource, scope }: GrantOption): string[] {
    if (scope.items.length === 1) return scope.items.map(({ id }) => id);
    const chosen = this.#chosen.get(resource.id)?.scopeIds;
    return scope.items.map(({ id }) => id).filter((id) => chosen?.has(id));
  }

  #refuse(key: string, message: () => string, controlId = 'grants', label?: () => string): FieldMessage {
    this.#problems.set(key, message);
    const name = label ?? (() => this.#localize.term('grants'));
    return {
      controlId,
      get label() {
        return name();
      },
      get message() {
        return message();
      },
    };
  }

  #refusePart(option: GrantOption, part: Part, message: () => string): FieldMessage {
    const controlId = `${part}-${this.#options.indexOf(option)}`;
    return this.#refuse(`${part} ${option.resource.id}`, message, controlId, () => this.#label(option, part));
  }

  #label({ resource, scope }: GrantOption, part: Part): string {
    const name = clip(resource.name);
    if (part === 'permission') return this.#localize.term('grantsPermission', name);
    return this.#localize.term(`grantsScope-${scope.level}`, name);
  }

  /** Notes a change by the person: what was wrong with this resource is to be seen anew. */
  #change(resourceId: string, change: () => unknown): void {
    change();
    for (const key of ['', `permission ${resourceId}`, `scope ${resourceId}`]) this.#problems.delete(key);
    this.#changed();
    this.#host.requestUpdate();
  }

  /** The resources that are found, and those that are chosen already. */
  get #shown(): readonly GrantOption[] {
    const query = this.#queries.get('') ?? '';
    if (this.#options.length <= longList || query === '') return this.#options;
    const ids = new Set(
      found(
        this.#options.map(({ resource }) => resource),
        query,
      ).map(({ id }) => id),
    );
    return this.#options.filter(({ resource }) => ids.has(resource.id) || this.#chosen.has(resource.id));
  }

  #search(key: string, query: string): void {
    this.#queries.set(key, query);
    this.#host.requestUpdate();
  }

  /** How many APIs are chosen, and a search where there are many. */
  #renderSearch(): unknown {
    if (this.#options.length <= longList) return nothing;
    return html`<p class="help">${this.#localize.term('grantsSelected', this.#chosen.size, this.#options.length)}</p>
      <input
        id="grants-search"
        class="search"
        part="search"
        type="search"
        autocomplete="off"
        aria-label=${this.#localize.term('grantsSearch', this.#localize.term('grants'))}
        placeholder=${this.#localize.term('grantsSearchHint')}
        .value=${live(this.#queries.get('') ?? '')}
        @input=${(event: Event) => this.#search('', (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => {
          // The Enter key would send the form.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />`;
  }

  #renderGrant(option: GrantOption, index: number): TemplateResult {
    const { resource, scope } = option;
    const isChosen = this.#chosen.has(resource.id);
    const permission = option.permissions.find(({ id }) => id === this.#permissionOf(option));
    const toggle = (): void => {
      if (!this.#chosen.delete(resource.id))
        this.#chosen.set(resource.id, { permissionId: undefined, scopeIds: new Set() });
    };
    return html`<div class="grant">
      <div class="check">
        <input
          id="grant-${index}"
          type="checkbox"
          .checked=${live(isChosen)}
          @change=${() => this.#change(resource.id, toggle)}
        />
        <label for="grant-${index}"><bdi>${clip(resource.name)}</bdi></label>
        ${
          isChosen
            ? html`<span class="muted count">
                ${permission ? html`<bdi>${clip(permission.name)}</bdi> · ` : nothing}${this.#localize.term('grantsCount', this.#scopesOf(option).length, scope.items.length)}
              </span>`
            : nothing
        }
      </div>
      ${
        isChosen
          ? html`<div class="parts">${this.#renderPermissions(option, index)} ${this.#renderScope(option, index)}</div>`
          : nothing
      }
    </div>`;
  }

  #renderPermissions(option: GrantOption, index: number): TemplateResult {
    const { resource, permissions } = option;
    const chosen = this.#chosen.get(resource.id);
    const frame = {
      id: `permission-${index}`,
      label: this.#label(option, 'permission'),
      help: permissions.length === 1 ? this.#localize.term('grantsOnlyPermission') : undefined,
      problem: this.#problems.get(`permission ${resource.id}`)?.(),
    };
    return renderFieldset(
      frame,
      renderOptions({
        name: `permission-${index}`,
        options: permissions.map(({ id, name, description }) => {
          return { id, name, allowed: true, lines: description === undefined ? [] : [description] };
        }),
        chosen: this.#permissionOf(option),
        choose: (id) => this.#change(resource.id, () => chosen && (chosen.permissionId = id)),
      }),
    );
  }

  #renderScope(option: GrantOption, index: number): TemplateResult {
    const { resource, scope } = option;
    const label = this.#label(option, 'scope');
    if (isSettled(option))
      return html`<div class="settled">
        <p><strong>${label}</strong></p>
        <p>${scope.items.map(({ name }, at) => html`${at > 0 ? ', ' : nothing}<bdi>${clip(name)}</bdi>`)}</p>
        <p class="help">${this.#localize.term('grantsSettled')}</p>
      </div>`;
    const chosen = this.#chosen.get(resource.id)?.scopeIds ?? new Set();
    const frame = {
      id: `scope-${index}`,
      label,
      help: this.#localize.term('grantsSelected', this.#scopesOf(option).length, scope.items.length),
      problem: this.#problems.get(`scope ${resource.id}`)?.(),
    };
    const set = (ids: readonly string[], on: boolean): void =>
      ids.forEach((id) => (on ? chosen.add(id) : chosen.delete(id)));
    return renderFieldset(
      frame,
      renderTickList({
        id: `scope-${index}`,
        label,
        items: scope.items,
        isTicked: (id) => chosen.has(id),
        toggle: (id) => this.#change(resource.id, () => chosen.delete(id) || chosen.add(id)),
        query: this.#queries.get(resource.id) ?? '',
        search: (query) => this.#search(resource.id, query),
        setAll: (ids, on) => this.#change(resource.id, () => set(ids, on)),
        localize: this.#localize,
      }),
    );
  }
}
