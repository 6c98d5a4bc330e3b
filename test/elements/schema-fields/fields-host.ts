import { fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { FormDefinition } from '../../../src/contract/form.js';
import { SchemaFields } from '../../../src/elements/schema-fields/schema-fields.js';
import type { Unsupported } from '../../../src/elements/schema-fields/schema-keywords.js';
import { PressController } from '../../../src/elements/shared/form/press-controller.js';
import { Localize } from '../../../src/elements/shared/localize.js';
import { baseStyles } from '../../../src/elements/shared/styles/base.styles.js';
import { buttonStyles } from '../../../src/elements/shared/styles/button.styles.js';
import { fieldStyles } from '../../../src/elements/shared/styles/field.styles.js';
import { formStyles } from '../../../src/elements/shared/styles/form.styles.js';
import { textOf } from '../page.js';

/** The smallest element around the fields. */
export class FieldsHost extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, formStyles];
  readonly localize = new Localize(this, {});
  readonly press = new PressController(this);
  readonly unsupported: Unsupported[] = [];
  changes = 0;
  fields!: SchemaFields;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  open(definition: FormDefinition, data: Record<string, unknown> = {}): void {
    this.fields = new SchemaFields(this, definition, data, {
      localize: this.localize,
      press: this.press,
      changed: () => (this.changes += 1),
      unsupported: (found) => this.unsupported.push(...found),
    });
    this.requestUpdate();
  }

  protected override render() {
    return html`<form class="fields">
      ${(this.fields as SchemaFields | undefined)?.render()}<button type="button">After</button>
    </form>`;
  }
}
customElements.define('fields-host', FieldsHost);

/** The fields of a schema, with what is answered already. */
export async function fieldsOf(
  schema: Record<string, unknown>,
  data?: Record<string, unknown>,
  translations?: Record<string, unknown>,
): Promise<FieldsHost> {
  const host = await fixture<FieldsHost>(html`<fields-host></fields-host>`);
  const definition: FormDefinition = { schema: { type: 'object', ...schema } };
  host.open(translations ? { ...definition, translations } : definition, data);
  await host.updateComplete;
  return host;
}

/** The control of a field. */
export const field = <E extends HTMLElement = HTMLInputElement>(host: FieldsHost, pointer: string): E =>
  host.shadowRoot?.getElementById(`field${pointer}`) as E;

/** What is wrong with it, as shown. */
export const problem = (host: FieldsHost, pointer: string): string =>
  textOf(host.shadowRoot?.getElementById(`field${pointer}-problem`) ?? document.createElement('p'));
