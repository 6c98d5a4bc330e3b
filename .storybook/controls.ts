import type { ArgTypesEnhancer } from 'storybook/internal/types';
import { writtenOut } from '../stories/closed-sets.js';

type ArgType = Parameters<ArgTypesEnhancer>[0]['argTypes'][string];

/** A control for an attribute: from what the manifest says of its type. */
function controlOf(text: string): Partial<ArgType> {
  const parts = writtenOut(text)
    .split('|')
    .map((part) => part.trim());
  const wanted = parts.filter((part) => part !== 'undefined' && part !== 'null');
  if (wanted[0] === 'boolean') return { type: { name: 'boolean' }, control: { type: 'boolean' } };
  if (wanted[0] === 'number') return { type: { name: 'number' }, control: { type: 'number' } };
  const options = wanted.map((part) => /^'(.*)'$/.exec(part)?.[1]).filter((one) => one);
  return {
    type: { name: 'string' },
    ...(options.length > 0 ? { control: { type: 'select' }, options } : { control: { type: 'text' } }),
  };
}

/** Attributes and tokens can be played with; all else stands on the page of the element. */
export const controlsFromManifest: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]): [string, ArgType] => {
      const { category, type } = argType.table ?? {};
      if (category === 'attributes') return [name, { ...argType, ...controlOf(type?.summary ?? 'string') }];
      if (category === 'css custom properties') {
        const control = { type: name.includes('-color-') ? 'color' : 'text' } as const;
        return [name, { ...argType, type: { name: 'string' as const }, control }];
      }
      return [name, category === undefined ? argType : { ...argType, table: { ...argType.table, disable: true } }];
    }),
  );
