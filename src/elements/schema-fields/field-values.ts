import { isObject, segmentsOf } from './json-schema.js';

/** What is typed so far: the shape of the data, but numbers, dates and times are still the text of their controls. */
export type Draft = Readonly<Record<string, unknown>>;

/** The value at a JSON pointer; `undefined` if there is none. */
export function readAt(draft: unknown, pointer: string): unknown {
  return segmentsOf(pointer).reduce<unknown>((at, segment) => {
    if (Array.isArray(at)) return at[Number(segment)] as unknown;
    return isObject(at) ? at[segment] : undefined;
  }, draft);
}

/** A copy with another value at a JSON pointer; objects on the way are made. */
export function writeAt(draft: Draft, pointer: string, value: unknown): Draft {
  return writeSegments(draft, segmentsOf(pointer), value) as Draft;
}

function writeSegments(at: unknown, [first, ...rest]: string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(at)) {
    const copy = [...(at as unknown[])];
    copy[Number(first)] = writeSegments(copy[Number(first)], rest, value);
    return copy;
  }
  const copy = isObject(at) ? { ...at } : {};
  copy[first] = writeSegments(copy[first], rest, value);
  return copy;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** The number that was typed, the text itself where it is none, `undefined` for nothing. */
export function toNumber(value: unknown): unknown {
  if (!isText(value)) return typeof value === 'number' ? value : undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}

/** The object that was written as JSON, the text itself where it is none, `undefined` for nothing. */
export function toJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : text;
  } catch {
    return text;
  }
}

const pad = (number: number, digits = 2): string => String(number).padStart(digits, '0');

/** RFC 3339 `date-time` in UTC of what a `datetime-local` control holds. */
export function toDateTime(value: unknown): string | undefined {
  if (!isText(value)) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : date.toISOString();
}

/** What a `datetime-local` control shows of an RFC 3339 `date-time`: the same instant on the device's clock. */
export function fromDateTime(value: unknown): string {
  if (!isText(value)) return '';
  if (!/(z|[+-]\d\d:\d\d)$/i.test(value)) return value;
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return '';
  const day = `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** RFC 3339 `time` of what a `time` control holds: the same clock time with the device's offset from UTC. */
export function toTime(value: unknown): string | undefined {
  if (!isText(value)) return undefined;
  if (!/^\d\d:\d\d(:\d\d)?$/.test(value)) return value;
  const minutes = -new Date().getTimezoneOffset();
  const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
  return `${value.length === 5 ? `${value}:00` : value}${offset}`;
}

/** What a `time` control shows of an RFC 3339 `time`: its hours and minutes. */
export const fromTime = (value: unknown): string => (isText(value) ? value.slice(0, 5) : '');
