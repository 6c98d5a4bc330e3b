import { html, render, type TemplateResult } from 'lit';
import brand from '../../../stories/themes/brand.css?raw';
import enterprise from '../../../stories/themes/enterprise.css?raw';
import page from '../../../stories/themes/page.css?raw';
import plain from '../../../stories/themes/plain.css?raw';
import * as measure from './measure.js';
import { icon } from '../../../src/elements/shared/icons.js';

type Play = (context: { canvasElement: HTMLElement; args: object }) => Promise<void> | void;
type Render = (args: object, context: object) => TemplateResult;
type Decorator = (story: () => TemplateResult, context: object) => TemplateResult;

/** What of a story is looked at here; Storybook's types are wider. */
interface Story {
  args?: object;
  globals?: Record<string, string>;
  render?: Render;
  play?: Play;
  decorators?: Decorator | Decorator[];
  loaders?: ((context: object) => Promise<object>)[];
  beforeEach?: unknown;
}

/** The modules of stories by the names of their files: `credential-list` for `stories/credential-list.stories.ts`. */
const modules = Object.fromEntries(
  Object.entries(import.meta.glob<Record<string, Story>>('../../../stories/**/*.stories.ts')).map(([path, load]) => [
    path.replace(/^.*\/([^/]+)\.stories\.ts$/, '$1'),
    load,
  ]),
);

const sheet = new CSSStyleSheet();
sheet.replaceSync([plain, enterprise, brand, page].join('\n'));
document.adoptedStyleSheets.push(sheet);

const violations: string[] = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
  violations.push(`${effectiveDirective} ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`);
});

const main = document.querySelector('main') as HTMLElement;
/** Without a server behind a service worker: that is Storybook's. */
const isBare = ({ beforeEach }: Story): boolean => beforeEach === undefined;

/** The names of all stories that need nothing but a page: `['credential-list', 'Default']`. */
async function list(): Promise<[file: string, name: string][]> {
  const found: [string, string][] = [];
  for (const [file, load] of Object.entries(modules).sort(([one], [other]) => one.localeCompare(other))) {
    const { default: meta, ...stories } = await load();
    if (!meta || !isBare(meta)) continue;
    for (const [name, story] of Object.entries(stories)) if (isBare(story)) found.push([file, name]);
  }
  return found;
}

/** What is to be seen of the page, as one text: the same twice means that it came to rest. */
function snapshot(): string {
  const texts: string[] = [];
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
    }
    texts.push(String(root.querySelectorAll('*').length), root.textContent ?? '');
  };
  visit(document);
  return `${document.documentElement.scrollHeight} ${texts.join('|')}`;
}

/** Whether a story is about what is still to come: it never does. */
const isUnderway = (name: string): boolean => /Loading|Refreshing|Creating|Sending|Decrypting|Underway/.test(name);

/** Whether what is shown now is about that. */
let staysUnderway = false;

/** Whether something stands for what is still to come. */
const comesMore = (root: ParentNode): boolean =>
  [...root.querySelectorAll('*')].some(
    (one) =>
      (one.matches('.skeleton, .room > *, [aria-busy="true"]') && one.checkVisibility()) ||
      (one.shadowRoot !== null && comesMore(one.shadowRoot)),
  );

/** Waits until nothing changes any more. What comes late comes within some seconds: what never does is shown as it is. */
async function rest(): Promise<void> {
  await document.fonts.ready;
  for (let last = '', same = 0, looks = 0; same < 5; looks++) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    const now = snapshot();
    const isThere = staysUnderway || looks > 300 || !comesMore(main);
    same = now === last && isThere ? same + 1 : 0;
    last = now;
  }
}

async function put(file: string, name: string, onto: HTMLElement, alone = false): Promise<void> {
  const load = modules[file];
  if (!load) throw new Error(`There is no stories/${file}.stories.ts`);
  const { default: meta = {}, [name]: story } = await load();
  if (!story) throw new Error(`There is no story ${name} in ${file}`);
  const args = { ...meta.args, ...story.args };
  const globals: Record<string, string> = { theme: 'plain', ...meta.globals, ...story.globals };
  const loaders = [...(meta.loaders ?? []), ...(story.loaders ?? [])];
  const loaded = await Promise.all(loaders.map((load) => load({ args, globals })));
  const context = { args, globals, loaded: Object.assign({}, ...loaded) as object };
  const decorators = [story.decorators ?? [], meta.decorators ?? []].flat();
  const draw = story.render ?? meta.render ?? (() => html``);
  const drawn = decorators.reduce<() => TemplateResult>(
    (inner, decorator) => () => decorator(inner, context),
    () => draw(args, context),
  );
  if (globals['scheme']) onto.style.colorScheme = globals['scheme'];
  if (alone) {
    document.documentElement.dir = globals['direction'] ?? 'ltr';
    document.documentElement.lang = globals['language'] ?? 'en';
  }
  render(drawn(), onto);
  await (story.play ?? meta.play)?.({ ...context, canvasElement: onto });
}

function clear(): void {
  // What guards unsaved work may keep its element; a page of stories is not left, it is wiped.
  for (const child of [...main.children]) child.remove();
}

/** Shows one story alone. */
async function show(file: string, name: string): Promise<void> {
  clear();
  staysUnderway = isUnderway(name);
  const section = document.createElement('section');
  main.append(section);
  await put(file, name, section, true);
  await rest();
}

/** Shows several stories below each other, each under its name. */
async function sheetOf(stories: readonly (readonly [string, string])[]): Promise<void> {
  clear();
  staysUnderway = stories.some(([, name]) => isUnderway(name));
  for (const [file, name] of stories) {
    const label = document.createElement('p');
    label.className = 'label';
    label.textContent = `${file}: ${name}`;
    const section = document.createElement('section');
    main.append(label, section);
    await put(file, name, section);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  await rest();
}

/** What a machine may draw in its own way: text in the scripts of the pictures, borders, shadows, controls. */
async function ruler(): Promise<void> {
  clear();
  const words = [
    'Request access 0123456789',
    'Zugriff läuft ab',
    'アクセス 申請',
    '访问 申请',
    'طلب الوصول',
    '“…” · → •••',
  ];
  const section = document.createElement('section');
  main.append(section);
  render(
    html`<div class="ruler">
      ${words.map((word) => html`<p>${word}</p>`)}
      <p class="bold">Request access</p>
      <p class="mono">lk_test_7Q4dX9</p>
      <p class="small">Last used 3 hours ago</p>
      <div class="box">Shadow ${icon('M12 6v6l4 2')}</div>
      <p><input value="Field" aria-label="Field" /> <input type="checkbox" aria-label="Box" checked /></p>
      <p>
        <select aria-label="Choice">
          <option>Choose</option></select
        ><button type="button">Button</button>
      </p>
    </div>`,
    section,
  );
  await rest();
}

/** Puts a theme on the page. */
const wear = (theme: string): void => void (document.documentElement.dataset['theme'] = theme);
wear('plain');

export type Stage = typeof stage;

const stage = {
  ...measure,
  list,
  show,
  sheetOf,
  ruler,
  rest,
  wear,
  takeViolations: (): string[] => violations.splice(0),
};
Object.assign(globalThis, { stage });
