import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { SNIPPET_RENDERED } from 'storybook/internal/docs-tools';
import { action } from 'storybook/actions';
import { addons } from 'storybook/preview-api';
import { giveAttribute, wasGiven, type AttributeValue } from '../stories/attributes.js';

type Context = Parameters<Decorator>[1];

type Toolbar = NonNullable<Preview['globalTypes']>[string];
type Menu = NonNullable<Toolbar['toolbar']>;

/** A toolbar whose button says what is chosen. */
const toolbar = (title: string, icon: NonNullable<Menu['icon']>, items: Menu['items']): Toolbar => ({
  description: title,
  toolbar: { title, icon, dynamicTitle: true, items },
});

/** The toolbars. Viewports are Storybook's own, forced colours the browser's: developer tools, Rendering. */
export const toolbars: NonNullable<Preview['globalTypes']> = {
  theme: toolbar('Theme', 'paintbrush', [
    { value: 'plain', title: 'Plain' },
    { value: 'enterprise', title: 'Dense enterprise' },
    { value: 'brand', title: 'Bold brand' },
  ]),
  scheme: toolbar('Colour scheme', 'mirror', [
    { value: 'light', title: 'Light', icon: 'sun' },
    { value: 'dark', title: 'Dark', icon: 'moon' },
  ]),
  direction: toolbar('Direction of writing', 'transfer', [
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  language: toolbar('Language of the elements', 'globe', [
    { value: 'en', title: 'English' },
    { value: 'de', title: 'Deutsch' },
    { value: 'fr', title: 'Français' },
    { value: 'es', title: 'Español' },
    { value: 'pt-BR', title: 'Português (Brasil)' },
    { value: 'ja', title: '日本語' },
    { value: 'zh-CN', title: '简体中文' },
    { value: 'ar', title: 'العربية' },
  ]),
  motion: toolbar('Motion', 'play', [
    { value: 'full', title: 'Motion' },
    { value: 'none', title: 'No motion' },
  ]),
};

export const initialGlobals = { theme: 'plain', scheme: 'light', direction: 'ltr', language: 'en', motion: 'full' };

/** The widths that matter: a phone, a tablet or a column, a desk. */
export const viewports = {
  narrow: { name: '320 px', styles: { width: '320px', height: '640px' }, type: 'other' },
  medium: { name: '768 px', styles: { width: '768px', height: '1024px' }, type: 'other' },
  wide: { name: '1280 px', styles: { width: '1280px', height: '900px' }, type: 'other' },
};

const isToken = (name: string): boolean => name.startsWith('--latchkey-');

/** Puts what the toolbars and the controls say on the element around the stories. */
function dress(element: HTMLElement, { globals, args }: Context): void {
  element.dataset['theme'] = String(globals['theme']);
  element.lang = String(globals['language']);
  element.dir = globals['language'] === 'ar' ? 'rtl' : String(globals['direction']);
  const { style } = element;
  style.colorScheme = String(globals['scheme']);
  for (const name of [...style].filter(isToken)) style.removeProperty(name);
  if (globals['motion'] === 'none') {
    style.setProperty('--latchkey-duration-short', '0ms');
    style.setProperty('--latchkey-duration-medium', '0ms');
  }
  for (const [name, value] of Object.entries(args)) {
    if (isToken(name) && typeof value === 'string') style.setProperty(name, value);
  }
}

/** Shows the events of a story under Actions, by the names that the manifest has of them. */
export function logEvents({ canvasElement, argTypes }: Context): () => void {
  const listening = new AbortController();
  for (const [name, { table }] of Object.entries(argTypes)) {
    if (table?.category !== 'events') continue;
    const log = action(name);
    canvasElement.addEventListener(name, (event) => void log((event as CustomEvent).detail), {
      signal: listening.signal,
    });
  }
  return () => listening.abort();
}

/** Gives the element what its controls say, whether the story passes it on or not. */
function applyControls({ canvasElement, component, args, initialArgs, argTypes }: Context): void {
  if (typeof component !== 'string') return;
  for (const element of canvasElement.querySelectorAll(component)) {
    for (const [name, { table }] of Object.entries(argTypes)) {
      if (table?.category !== 'attributes') continue;
      if (args[name] !== initialArgs[name] || wasGiven(element, name))
        giveAttribute(element, name, args[name] as AttributeValue);
    }
  }
}

/**
 * Hands the markup of a story to its page of documentation. Storybook does so too, but finds it again by the values of
 * the arguments, and what a mock Marketplace remembers of its calls is among them.
 */
function showMarkup({ id, canvasElement }: Context): void {
  addons.getChannel().emit(SNIPPET_RENDERED, { id, source: canvasElement.querySelector('.story-frame')?.innerHTML });
}

/** A story alone has the page to itself; on a page of documentation each has a frame. */
export const inFrame: Decorator = (story, context) => {
  const alone = context.viewMode === 'story';
  if (alone) dress(document.documentElement, context);
  queueMicrotask(() => {
    applyControls(context);
    if (!alone) showMarkup(context);
  });
  if (alone) return story();
  const onto = ref((element) => element instanceof HTMLElement && dress(element, context));
  return html`<div class="story-frame" ${onto}>${story()}</div>`;
};
