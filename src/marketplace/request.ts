import { ApiError } from '../contract/index.js';

const malformed = (message: string): ApiError => new ApiError('malformed-request', message);

/**
 * A request's JSON object; `{}` where there is no body.
 *
 * @throws {ApiError} `payload-too-large`, `unsupported-media-type` or `malformed-request`.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Record<string, unknown>> {
  const text = await readText(request, maxBytes);
  if (text === '') return {};
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ApiError('unsupported-media-type', 'the body must be application/json');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('the body is not an object');
  return value as Record<string, unknown>;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = (): ApiError => new ApiError('payload-too-large', 'the body is too large');
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge();
  if (!request.body) return '';
  const reader = request.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > maxBytes) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    throw malformed('the body is not UTF-8, or broke off');
  }
  await reader.cancel().catch(() => undefined);
  throw tooLarge();
}
