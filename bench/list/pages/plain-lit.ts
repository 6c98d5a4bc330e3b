// A table as one writes it with lit: `repeat` over the items, a listener where it is needed.
import { LitElement, html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Credential } from '../../../src/contract/credential.js';
import { now } from '../credentials.js';
import { shown } from './painted.js';
import { columns, textOf } from './text.js';
import { tableStyles } from './table.css.js';

class PlainLitList extends LitElement {
  static override styles = unsafeCSS(tableStyles); // a constant of ours
  static override properties = { items: { attribute: false } };
  declare items: Credential[];

  override connectedCallback(): void {
    super.connectedCallback();
    this.items = [];
    void this.#load();
  }

  async #load(): Promise<void> {
    const answer = await fetch(`/api/v1/credentials${location.search}`);
    this.items = ((await answer.json()) as { items: Credential[] }).items;
  }

  #row(credential: Credential): TemplateResult {
    const text = textOf(credential, now);
    return html`<tr role="row" data-id=${credential.id}>
      <td role="cell"><input type="checkbox" aria-label=${`Select ${text.name}`} /></td>
      <th role="rowheader" scope="row">
        <button class="name" type="button">${text.name}</button><span class="kind muted">${text.type}</span>
      </th>
      <td role="cell">
        <bdi class="mono" dir="ltr">${text.identifier}</bdi>
        <button
          class="copy"
          type="button"
          aria-label=${text.copy}
          @click=${() => navigator.clipboard.writeText(text.identifier)}
        ></button>
      </td>
      <td role="cell"><span class="badge">${text.state}</span></td>
      <td role="cell">${text.environment}</td>
      <td role="cell">${text.serves}</td>
      <td role="cell">${text.used}</td>
      <td role="cell">${text.expires}</td>
      <td role="cell" class="actions">
        ${text.canReveal ? html`<button class="reveal" type="button">View secret</button>` : nothing}
        <button class="menu" type="button" aria-label=${`Actions for ${text.name}`}></button>
      </td>
    </tr>`;
  }

  protected override render(): TemplateResult {
    return html`<table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <td></td>
          ${columns.map((text) => html`<th role="columnheader" scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          this.items,
          ({ id }) => id,
          (credential) => this.#row(credential),
        )}
      </tbody>
    </table>`;
  }
}
customElements.define('plain-lit-list', PlainLitList);

Object.assign(globalThis, { shown });
