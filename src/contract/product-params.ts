import * as z from 'zod/mini';
import { PageParamsSchema } from './primitives.js';

export const ListProductsSchema = PageParamsSchema;
export type ListProducts = z.infer<typeof ListProductsSchema>;

export const ListResourcesSchema = z.extend(PageParamsSchema, {
  productId: z.optional(z.string()),
  environment: z.optional(z.string()),
});
export type ListResources = z.infer<typeof ListResourcesSchema>;
