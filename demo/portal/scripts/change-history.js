import { element } from './dom.js';
import { fill } from './fill.js';
import { follow } from './follow.js';
import { momentOf } from './words.js';

/** How many objects of a kind are looked at, and how many entries are shown at once. */
const mostObjects = 50;
const shownAtOnce = 20;

const words = {
  created: 'Created',
  submitted: 'Submitted',
  approved: 'Approved',
  rejected: 'Rejected',
  revoked: 'Access taken back',
  withdrawn: 'Withdrawn',
  ready: 'Ready to use',
  failed: 'Setup failed',
  provisioned: 'Set up on the gateway',
  updated: 'Edited',
  suspended: 'Suspended',
  enabled: 'Enabled',
  renewed: 'Renewed',
  regenerated: 'Regenerated',
  revealed: 'Secret viewed',
  erased: 'Secret erased here',
  expired: 'Expired',
  shared: 'Share link made',
  unshared: 'Share link ended',
  'secret-set': 'Secret set',
  retried: 'Tried again',
  deleting: 'Deletion asked for',
  deleted: 'Deleted',
};

/** Who did what nobody did by hand. */
const nobody = 'Automatically';

const change = ({ field, from, to }) => element('li', {}, `${field}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`);

function entryItem({ name, at, action, by, reason, changes = [] }) {
  return element(
    'li',
    {},
    element('time', { dateTime: at, className: 'muted small' }, momentOf(at)),
    element('p', {}, element('strong', {}, words[action] ?? 'Changed'), ` “${name}”`),
    element('p', { className: 'muted small' }, by?.name ?? nobody),
    reason === undefined ? undefined : element('p', { className: 'reason' }, `“${reason}”`),
    changes.length > 0 ? element('ul', { className: 'small' }, ...changes.map(change)) : undefined,
  );
}

/** The first page of a history; what is gone for good, with its history, has none. */
async function entriesOf({ history, id, name }) {
  try {
    const { items } = await history(id, { limit: 200 });
    return items.map((entry) => ({ ...entry, name }));
  } catch (error) {
    if (error?.code === 'not-found') return [];
    throw error;
  }
}

/**
 * Who did what to some objects, when and why: a disclosure that reads it when it is opened, and follows from then on.
 * What is deleted while the page is open stays in it.
 *
 * @param sources - What it is about: `list` reads the objects, `history` the history of one, `subject` names them in
 * events.
 */
export function changeHistory(sources) {
  /** Every object the page has seen, by its id. */
  const known = new Map();
  let shown = shownAtOnce;
  const body = element('div', { className: 'history-body' }, element('div', { className: 'skeleton short' }));
  const details = element(
    'details',
    { className: 'history' },
    element('summary', {}, element('h2', {}, 'History')),
    element('p', { className: 'muted' }, 'Who did what, when and why. No secret is ever in it.'),
    body,
  );

  async function learn({ list, history }) {
    const { items } = await list({ limit: mostObjects });
    for (const { id, name } of items) known.set(id, { id, name, history });
  }

  async function read() {
    await Promise.all(sources.map(learn));
    const entries = (await Promise.all([...known.values()].map(entriesOf))).flat();
    if (entries.length === 0) return element('p', { className: 'empty' }, 'Nothing has happened here yet.');
    // The newest first, also among those of the same moment.
    entries.reverse().sort((a, b) => b.at.localeCompare(a.at));
    const items = entries.slice(0, shown).map(entryItem);
    const list = element('ol', { className: 'history-list' }, ...items);
    if (entries.length <= shown) return list;
    const more = element('button', { className: 'button', type: 'button' }, 'Show earlier changes');
    more.onclick = () => {
      shown += shownAtOnce;
      void fill(body, read);
    };
    return [list, more];
  }

  details.addEventListener(
    'toggle',
    () =>
      follow(
        sources.map(({ subject }) => subject),
        () => void fill(body, read),
      ),
    { once: true },
  );
  return details;
}
