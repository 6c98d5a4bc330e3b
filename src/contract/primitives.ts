import * as z from 'zod/mini';

/** An instant as RFC 3339 text in UTC, e.g. `2026-11-20T09:30:00.000Z`, by the marketplace's clock. */
export const TimestampSchema = z.string();

/** A reference to another object: its id and, for people, its name. */
export const RefSchema = z.object({ id: z.string(), name: z.string() });
export type Ref = z.infer<typeof RefSchema>;

/**
 * One of the given words, read tolerantly: a word that only a newer server knows becomes `'unknown'` instead of
 * breaking the page (SPEC X3). Use it in what a marketplace answers, never in what it is asked.
 */
export const openEnum = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.catch(z.enum([...words, 'unknown'] as [...Words, 'unknown']), 'unknown' as const);

/** Why something was done, in the words of who did it; at most 1,000 characters. */
export const ReasonSchema = z.object({ reason: z.optional(/*#__PURE__*/ z.string().check(z.maxLength(1000))) });
export type Reason = z.infer<typeof ReasonSchema>;

/** A display name: 1 to 100 characters, not only blanks. */
export const NameSchema = /*#__PURE__*/ z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/** No parameters. */
export const NothingSchema = z.object({});

/** What every list can be asked: at most `limit` items (1 to 200; 50 unless told) after `cursor`, a page's `next`. */
export const PageParamsSchema = z.object({
  limit: z.optional(/*#__PURE__*/ z.number().check(z.int(), z.minimum(1), z.maximum(200))),
  cursor: z.optional(z.string()),
});

/**
 * How a list divides by one of its fields: each value that occurs, how many there are with it as the list is narrowed
 * otherwise, and its name where the value is an id.
 */
export const FacetSchema = z.object({
  field: z.string(),
  values: z.array(
    z.object({
      value: z.string(),
      name: z.optional(z.string()),
      count: z.number(),
    }),
  ),
});
export type Facet = z.infer<typeof FacetSchema>;

/**
 * One page of a list: its items, `next` when more follow, how many there are in all where that is known, and the facets
 * that were asked for.
 */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.optional(z.string()),
    total: z.optional(z.number()),
    facets: z.optional(z.array(FacetSchema)),
  });

/**
 * One page of a list: its items, `next` (the cursor of the following page) when more follow, the `total` if known, and
 * the facets that were asked for.
 */
export interface Page<Item> {
  items: Item[];
  next?: string | undefined;
  total?: number | undefined;
  facets?: Facet[] | undefined;
}
