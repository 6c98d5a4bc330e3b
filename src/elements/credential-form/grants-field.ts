import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Grant, GrantChoice, GrantOption } from '../../contract/grant.js';
import type { FieldError } from '../../contract/problem.js';
import { grantsField } from '../../locales/en/grants-field.js';
import type { Messages } from '../../locales/locale.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { FieldMessage } from '../shared/form/draft-form.js';
import { renderFieldset } from '../shared/form/field.js';
import { renderOptions } from '../shared/form/options.js';
import type { Localize } from '../shared/localize.js';
import { grantsStyles } from './grants-field.styles.js';

/** What is chosen of one resource. */
interface Chosen {
  permissionId: string | undefined;
  scopeIds: Set<string>;
}

type Part = 'permission' | 'scope';

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
  #problems = new Map<string, string>();

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
    this.#chosen = new Map(
      granted.map(({ resource, permission, scope }) => [
        resource.id,
        { permissionId: permission.id, scopeIds: new Set(scope.items.map(({ id }) => id)) },
      ]),
    );
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
    if (this.#chosen.size === 0) return [this.#refuse('', this.#localize.term('grantsNone'))];
    return this.#options.flatMap((option): FieldMessage[] => {
      if (!this.#chosen.has(option.resource.id)) return [];
      const problems: FieldMessage[] = [];
      if (this.#permissionOf(option) === undefined)
        problems.push(this.#refusePart(option, 'permission', this.#localize.term('grantsNoPermission')));
      if (!option.scope.locked && this.#scopesOf(option).length === 0)
        problems.push(this.#refusePart(option, 'scope', this.#localize.term('grantsNoScope')));
      return problems;
    });
  }

  /** Shows what the marketplace says of `/grants` or a part of it. */
  place({ pointer, detail }: FieldError): FieldMessage | undefined {
    const [, field, index, part] = pointer.split('/');
    if (field !== 'grants') return undefined;
    const resourceId = this.choices[Number(index)]?.resourceId;
    const option = this.#options.find(({ resource }) => resource.id === resourceId);
    if (index === undefined || !option) return this.#refuse('', detail);
    return this.#refusePart(option, part === 'scopeIds' && !isSettled(option) ? 'scope' : 'permission', detail);
  }

  render(): TemplateResult {
    return renderFieldset(
      {
        id: 'grants',
        label: this.#localize.term('grants'),
        help: this.#localize.term('grantsHelp'),
        problem: this.#problems.get(''),
      },
      html`<div class="grants">${this.#options.map((option, index) => this.#renderGrant(option, index))}</div>`,
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

  #refuse(key: string, message: string): FieldMessage {
    this.#problems.set(key, message);
    return { controlId: 'grants', label: this.#localize.term('grants'), message };
  }

  #refusePart(option: GrantOption, part: Part, message: string): FieldMessage {
    const { resource } = option;
    this.#problems.set(`${part} ${resource.id}`, message);
    const controlId = `${part}-${this.#options.indexOf(option)}`;
    return { controlId, label: this.#label(option, part), message };
  }

  #label({ resource, scope }: GrantOption, part: Part): string {
    if (part === 'permission') return this.#localize.term('grantsPermission', resource.name);
    return this.#localize.term(`grantsScope-${scope.level}`, resource.name);
  }

  /** Notes a change by the person: what was wrong with this resource is to be seen anew. */
  #change(resourceId: string, change: () => unknown): void {
    change();
    for (const key of ['', `permission ${resourceId}`, `scope ${resourceId}`]) this.#problems.delete(key);
    this.#changed();
    this.#host.requestUpdate();
  }

  #renderGrant(option: GrantOption, index: number): TemplateResult {
    const { resource } = option;
    const isChosen = this.#chosen.has(resource.id);
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
        <label for="grant-${index}">${resource.name}</label>
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
      problem: this.#problems.get(`permission ${resource.id}`),
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
        <p>${scope.items.map(({ name }) => name).join(', ')}</p>
        <p class="help">${this.#localize.term('grantsSettled')}</p>
      </div>`;
    const chosen = this.#chosen.get(resource.id)?.scopeIds ?? new Set();
    const selected = this.#scopesOf(option).length;
    const isAll = selected === scope.items.length;
    const frame = {
      id: `scope-${index}`,
      label,
      help: this.#localize.term('grantsSelected', selected, scope.items.length),
      problem: this.#problems.get(`scope ${resource.id}`),
    };
    const toggle = (id: string) => () => chosen.delete(id) || chosen.add(id);
    const toggleAll = (): void => scope.items.forEach(({ id }) => (isAll ? chosen.delete(id) : chosen.add(id)));
    return renderFieldset(
      frame,
      html`<div class="options" part="options">
          ${scope.items.map(
            ({ id, name }, place) =>
              html`<div class="option" part="option">
                <input
                  id="scope-${index}-${place}"
                  type="checkbox"
                  .checked=${live(chosen.has(id))}
                  @change=${() => this.#change(resource.id, toggle(id))}
                />
                <label for="scope-${index}-${place}">${name}</label>
              </div>`,
          )}
        </div>
        <button class="link" type="button" @click=${() => this.#change(resource.id, toggleAll)}>
          ${this.#localize.term(isAll ? 'grantsSelectNone' : 'grantsSelectAll')}
          <span class="visually-hidden">${label}</span>
        </button>`,
    );
  }
}
