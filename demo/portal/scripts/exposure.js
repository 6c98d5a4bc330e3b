import { ask } from './ask.js';
import { element } from './dom.js';
import { marketplace } from './portal.js';

/**
 * The switch that opens an API for keys and calls, and closes it (SPEC I1); only its state for whoever may not use it.
 *
 * @returns `node`, and `update`, to be called with the resource as it is now.
 */
export function exposureSwitch(resource) {
  let current = resource;
  const state = element('span', {});
  const button = element('button', { className: 'switch', type: 'button', role: 'switch' });
  button.append(element('span', { className: 'switch-track', 'aria-hidden': 'true' }), state);
  const node = element('div', {});

  const actionNow = () => {
    const name = current.exposed ? 'unexpose' : 'expose';
    return current.actions.find(({ action }) => action === name);
  };

  function update(resource) {
    current = resource;
    const { name, exposed } = current;
    state.textContent = exposed ? 'Exposed' : 'Not exposed';
    button.setAttribute('aria-checked', String(exposed));
    button.setAttribute('aria-label', `${state.textContent}: ${name}`);
    button.disabled = !actionNow()?.allowed;
    if (actionNow() && !button.isConnected) node.replaceChildren(button);
    else if (!actionNow()) node.replaceChildren(state);
  }

  async function toggle() {
    const { id, name, exposed, version } = current;
    await ask({
      heading: exposed ? `Stop exposing ${name}?` : `Expose ${name}?`,
      words: exposed
        ? 'Every call to it is refused from now on, whichever key it carries, and no key can be created. Existing keys are kept and work again once the API is exposed.'
        : 'Keys can be created for it, and calls that carry a key reach it.',
      label: exposed ? 'Stop exposing' : 'Expose',
      keep: exposed ? 'Keep it exposed' : 'Cancel',
      isCritical: exposed,
      reason: { help: 'Kept in the history.' },
      act: async (given, options) => {
        const change = exposed ? marketplace.resources.unexpose : marketplace.resources.expose;
        update(await change(id, given, { ...options, ifMatch: version }));
      },
    });
  }

  button.addEventListener('click', () => void toggle());
  update(resource);
  return { node, update };
}
