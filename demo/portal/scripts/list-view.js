import { paramOf, putParams, whenBack } from './address.js';

/** The properties that make the view of a list, and what they are called in the page's address. */
const names = {
  query: 'q',
  states: 'state',
  types: 'type',
  risk: 'risk',
  sort: 'sort',
  filterResourceId: 'resource',
  filterApplicationId: 'application',
};

const events = {
  'credential-list': 'credential-view-change',
  'access-request-list': 'access-request-view-change',
};

/** Of these properties an empty text says that there is none; of the others, that they are not there. */
const areTexts = ['query', 'states', 'types'];

/**
 * Keeps what a person looks at of a list, such as its search, filters and order, in the page's address.
 *
 * @param list - A list of the library.
 * @param prefix - Tells several lists of a page apart.
 * @returns The list.
 */
export function keepView(list, prefix = '') {
  const show = () => {
    for (const [property, name] of Object.entries(names)) {
      const value = paramOf(prefix + name);
      // Before the element is known, its attributes and properties are all the same.
      if (property in list || value !== undefined)
        list[property] = value ?? (areTexts.includes(property) ? '' : undefined);
    }
  };
  list.addEventListener(events[list.localName], ({ detail: { view } }) => {
    const changes = Object.entries(view).map(([property, value]) => [prefix + names[property], value]);
    const isTyping = (view.query ?? '') !== (paramOf(`${prefix}q`) ?? '');
    putParams(Object.fromEntries(changes), { isStep: !isTyping });
  });
  whenBack(show);
  void customElements.whenDefined(list.localName).then(show);
  return list;
}
