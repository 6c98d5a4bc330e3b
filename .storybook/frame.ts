import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';

type Context = Parameters<Decorator>[1];

/** The toolbars. Viewports are Storybook's own, forced colours the browser's: developer tools, Rendering. */
export const toolbars: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Theme',
    toolbar: {
      title: 'Theme',
      icon: 'paintbrush',
      dynamicTitle: true,
      items: [
        { value: 'plain', title: 'Plain' },
        { value: 'enterprise', title: 'Dense enterprise' },
        { value: 'brand', title: 'Bold brand' },
      ],
    },
  },
  scheme: {
    description: 'Colour scheme',
    toolbar: {
      title: 'Colour scheme',
      icon: 'mirror',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light', icon: 'sun' },
        { value: 'dark', title: 'Dark', icon: 'moon' },
      ],
    },
  },
  direction: {
    description: 'Direction of writing',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  language: {
    description: 'Language of the elements',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'en', title: 'English' },
        { value: 'de', title: 'Deutsch' },
        { value: 'fr', title: 'Français' },
        { value: 'es', title: 'Español' },
        { value: 'pt-BR', title: 'Português (Brasil)' },
        { value: 'ja', title: '日本語' },
        { value: 'zh-CN', title: '简体中文' },
        { value: 'ar', title: 'العربية' },
      ],
    },
  },
  motion: {
    description: 'Motion',
    toolbar: {
      title: 'Motion',
      icon: 'play',
      dynamicTitle: true,
      items: [
        { value: 'full', title: 'Motion' },
        { value: 'none', title: 'No motion' },
      ],
    },
  },
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

/** Gives the element what its controls say, whether the story passes it on or not. */
function applyControls({ canvasElement, component, args, initialArgs, argTypes }: Context): void {
  if (typeof component !== 'string') return;
  for (const [name, value] of Object.entries(args)) {
    if (argTypes[name]?.table?.category !== 'attributes' || value === initialArgs[name]) continue;
    for (const element of canvasElement.querySelectorAll(component)) {
      if (typeof value === 'boolean') element.toggleAttribute(name, value);
      else if (typeof value === 'number' || value) element.setAttribute(name, value as string);
      else element.removeAttribute(name);
    }
  }
}

/** A story alone has the page to itself; on a page of documentation each has a frame. */
export const inFrame: Decorator = (story, context) => {
  const alone = context.viewMode === 'story';
  if (alone) dress(document.documentElement, context);
  queueMicrotask(() => applyControls(context));
  if (alone) return story();
  const onto = ref((element) => element instanceof HTMLElement && dress(element, context));
  return html`<div class="story-frame" ${onto}>${story()}</div>`;
};
