/**
 * Makes tabs of a `tablist` in the page: each `tab` names its panel by `aria-controls`. Arrow keys, Home and End move
 * between them, as the ARIA practices have it.
 *
 * @param onSelect - Hears the id of the tab that the person chose.
 * @returns A function that selects a tab by its id, the first one if there is none of that id.
 */
export function createTabs(list, onSelect) {
  const tabs = [...list.querySelectorAll('[role="tab"]')];

  function select(chosen) {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !isChosen;
    }
  }

  function choose(tab) {
    select(tab);
    onSelect(tab.id);
  }

  list.addEventListener('click', (event) => {
    const tab = event.target.closest('[role="tab"]');
    if (tab) choose(tab);
  });
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(event.target);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    const tab = tabs.at(next % tabs.length);
    tab.focus();
    choose(tab);
  });

  return (id) => select(tabs.find((tab) => tab.id === id) ?? tabs[0]);
}
