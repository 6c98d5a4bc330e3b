import { operationResults, operations, type OperationName } from '../../contract/index.js';
import type { CheckDefinition } from '../check.js';
import { expect, expectEqual, expectRefused, printError, outcomeOf } from '../expectation.js';
import { callOperation, idsIn, needsOf, ownObject, personalOperations } from '../operation-call.js';
import { everything } from '../pages.js';
import type { Scene } from '../scene.js';

/** Words of an answer that its schema does not know, by where they stand. */
function unknownWords(answer: unknown, read: unknown, at = ''): string[] {
  if (typeof read === 'string') return read === answer ? [] : [`${at} is ${JSON.stringify(answer)}`];
  if (typeof read !== 'object' || read === null) return [];
  return Object.entries(read).flatMap(([key, item]) =>
    unknownWords((answer as Record<string, unknown>)[key], item, `${at}/${key}`),
  );
}

async function answers(scene: Scene, name: OperationName): Promise<void> {
  const ids = [];
  for (const id of idsIn(name)) ids.push(await ownObject(scene, id));
  const offer = await scene.offer();
  if (name === 'credentials.list') await scene.active(offer);
  if (name === 'accessRequests.list') await ownObject(scene, 'accessRequestId');
  const { environment } = offer.resource;
  const params = name.startsWith('credentials.') && ids.length === 0 ? { environment } : {};
  const answer = await callOperation(scene.owner, name, ids, params);
  const read = operationResults[name].safeParse(answer);
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? { path: [], message: '' };
    expect(false, `the answer of ${name} does not fit the contract at /${path.map(String).join('/')}: ${message}`);
  }
  const unknown = unknownWords(answer, read.data);
  expect(unknown.length === 0, `the answer of ${name} has words that the contract does not: ${unknown.join('; ')}`);
}

const readChecks = personalOperations
  .filter((name) => operations[name].method === 'GET')
  .map((name): CheckDefinition => ({
    id: `contract.answer.${name}`,
    title: `what ${name} answers fits the contract`,
    needs: needsOf(name),
    run: (scene) => answers(scene, name),
  }));

/** Names nobody can use. */
const badNames = ['', '   ', 'x'.repeat(101)];

/** The subject is what it says, and answers as the contract says. */
export const contractChecks: CheckDefinition[] = [
  {
    id: 'contract.people',
    title: 'the people of the subject are in the teams, and have the roles, that the suite needs',
    async run(scene) {
      const { owner, stranger, subject } = scene;
      const teams = async (person: typeof owner): Promise<string[]> =>
        (await person.session.get()).teams.map(({ id }) => id);
      const [own, other] = [await teams(owner), await teams(stranger)];
      expect(own.length === 1, `the owner is to be in one team, and is in ${own.length}`);
      expect(other.length === 1, `the stranger is to be in one team, and is in ${other.length}`);
      expect(own[0] !== other[0], "the stranger is to be in another team than the owner's");
      if (subject.people.both)
        expectEqual((await teams(scene.both)).sort(), [...own, ...other].sort(), 'the teams of `both`');
      if (!subject.people.provider) return;
      const { roles } = await scene.provider.session.get();
      expect(roles.includes('provider'), `the provider is to have the role provider, and has ${roles.join(', ')}`);
    },
  },
  {
    id: 'contract.claims',
    title: 'the backend has what it claims, and claims what it has',
    async run(scene) {
      const { capabilities } = scene.subject;
      const resources = await scene.resources();
      const types = resources.flatMap(({ credentialTypes }) => credentialTypes);
      const seen = {
        accessRequests: resources.some(({ access }) => access.required),
        manualApproval: resources.some(({ access }) => access.required && access.approval === 'manual'),
        environments: resources.some(({ environment }) => environment !== undefined),
        exposure: resources.some(({ exposed }) => exposed !== undefined),
        audiences: types.some(({ audience }) => audience !== undefined),
        shareLinks: types.some(({ secretLater }) => secretLater === true),
        expiry: types.some(({ lifetimesMs = [] }) => lifetimesMs.some((ms) => ms !== null)),
      };
      for (const [name, there] of Object.entries(seen) as [keyof typeof seen, boolean][])
        expectEqual(capabilities[name] ?? false, there, `\`${name}\` is claimed as it is in the resources`);
      const modes = [...new Set(types.map(({ visibility }) => visibility.mode))].sort();
      expectEqual(modes, [...capabilities.visibilities].sort(), 'the visibilities of the types are those claimed');
      const { resource } = await scene.offer();
      const options = await scene.options(resource);
      expectEqual(
        options.grants !== undefined,
        capabilities.grants ?? false,
        '`grants` is claimed as it is in options',
      );
      const most = options.types.find(({ limit }) => limit)?.limit?.most;
      expectEqual(most, capabilities.limit, 'the limit in the options of a type is the one claimed (SPEC C10)');
    },
  },
  {
    id: 'contract.clock',
    title: 'now() is the clock that timestamps are of, and moves with it (SPEC S2)',
    async run(scene) {
      const { createdAt } = await scene.create(await scene.offer());
      const apartMs = Math.abs(scene.owner.now() - Date.parse(createdAt));
      expect(apartMs < 60_000, `now() is ${apartMs} ms from the time at which something was just created`);
      expect(/Z$/.test(createdAt), `a time is to be UTC, ending in Z; got ${createdAt}`);
    },
  },
  {
    id: 'contract.field-errors',
    title: 'what is wrong with a request is told by field, as JSON pointers',
    async run(scene) {
      const { owner } = scene;
      const offer = await scene.offer();
      const params = await scene.credentialParams(offer);
      for (const name of badNames)
        await expectRefused(
          owner.credentials.create({ ...params, name }),
          'validation-failed',
          `a credential with a name of ${name.length} characters, ${name.trim().length} of them visible`,
          { pointer: '/name' },
        );
      const { environment } = offer.resource;
      for (const limit of [0, 201, 1.5])
        await expectRefused(
          owner.credentials.list({ environment, limit }),
          'validation-failed',
          `a list with limit ${limit}`,
          { pointer: '/limit' },
        );
      const existing = await everything((cursor) => owner.credentials.list({ environment, cursor }));
      expect(
        existing.every(({ name }) => !badNames.includes(name)),
        'a refused credential was created all the same',
      );
    },
  },
  {
    id: 'contract.abort',
    title: 'a call with an aborted signal rejects with its reason and does nothing',
    async run(scene) {
      const offer = await scene.offer();
      const params = await scene.credentialParams(offer);
      const reason = new Error('changed my mind');
      const outcome = await outcomeOf(
        scene.owner.credentials.create(params, { signal: AbortSignal.abort(reason) }).then((made) => scene.keep(made)),
      );
      expect('error' in outcome, 'an aborted create: expected it to reject, it answered');
      expect(
        outcome.error === reason,
        `an aborted create: expected the signal's reason, got ${printError(outcome.error)}`,
      );
    },
  },
  ...readChecks,
];
