import { noChange } from 'lit';
import { directive, Directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

/** What a control says of an attribute. */
export type AttributeValue = string | number | boolean | undefined;

const isAttribute = (value: unknown): value is AttributeValue =>
  ['string', 'number', 'boolean', 'undefined'].includes(typeof value);

/** What elements were given, by the names of the attributes. */
const given = new WeakMap<Element, Map<string, AttributeValue>>();

/** Whether an element was given this attribute before. */
export const wasGiven = (element: Element, name: string): boolean => given.get(element)?.has(name) ?? false;

/** Gives an element an attribute, unless it was the last to be given: what a person has changed since stays. */
export function giveAttribute(element: Element, name: string, value: AttributeValue): void {
  const known = given.get(element) ?? new Map<string, AttributeValue>();
  given.set(element, known);
  if (known.has(name) && known.get(name) === value) return;
  known.set(name, value);
  if (typeof value === 'boolean') element.toggleAttribute(name, value);
  else if (value === undefined || value === '') element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

class GiveAttributes extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('attributesOf() belongs into a tag');
  }

  override render(_args: object): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [args]: [object]): typeof noChange {
    for (const [name, value] of Object.entries(args) as [string, unknown][])
      if (!name.startsWith('--') && isAttribute(value)) giveAttribute(element, name, value);
    return noChange;
  }
}

/** In a tag: the arguments of a story that are attributes, under their own names, so that its controls show them. */
export const attributesOf = directive(GiveAttributes);
