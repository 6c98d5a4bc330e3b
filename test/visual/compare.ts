import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { encodePng } from './indexed-png.js';

const baselines = fileURLToPath(new URL('./pictures/', import.meta.url));
const findings = fileURLToPath(new URL('../../test-results/visual/', import.meta.url));

/** Whether what is seen becomes what is expected: `npm run test:visual -- --accept`. */
export const isAccepting = process.env['LATCHKEY_ACCEPT_PICTURES'] === '1';

/** How different one pixel may be before it counts, and which part of all pixels may count. */
const tolerance = { ofPixel: 0.08, ofPicture: 0.00005 };

/** Four bits for each channel are enough to see what changed, and a quarter of the bytes. */
function coarse(png: PNG): PNG {
  for (let index = 0; index < png.data.length; index++) {
    png.data[index] = index % 4 === 3 ? 255 : Math.round((png.data[index] ?? 0) / 17) * 17;
  }
  return png;
}

const read = (path: string): PNG => PNG.sync.read(readFileSync(path));

/**
 * Compares a picture with the accepted one of that name. What is wrong, as a sentence that names the pictures to look at;
 * undefined when nothing is.
 */
export function differenceTo(name: string, screenshot: Buffer): string | undefined {
  const actual = coarse(PNG.sync.read(screenshot));
  const baseline = `${baselines}${name}.png`;
  const place = (kind: string): string => `${findings}${name}.${kind}.png`;
  for (const kind of ['expected', 'actual', 'diff']) rmSync(place(kind), { force: true });
  if (isAccepting) {
    if (!existsSync(baseline) || differingPixels(read(baseline), actual) !== 0) {
      mkdirSync(baselines, { recursive: true });
      writeFileSync(baseline, encodePng(actual));
    }
    return undefined;
  }
  const keep = (kind: string, png: PNG): void => {
    mkdirSync(findings, { recursive: true });
    writeFileSync(place(kind), encodePng(png));
  };
  if (!existsSync(baseline)) {
    keep('actual', actual);
    return `There is no accepted picture ${name}. Look at ${place('actual')}, then npm run test:visual -- --accept`;
  }
  const expected = read(baseline);
  const diff = new PNG({ width: actual.width, height: actual.height });
  const count = differingPixels(expected, actual, diff);
  if (count <= actual.width * actual.height * tolerance.ofPicture) return undefined;
  keep('expected', expected);
  keep('actual', actual);
  if (count !== Infinity) keep('diff', diff);
  const size = ({ width, height }: PNG): string => `${width} × ${height}`;
  const what = count === Infinity ? `${size(expected)} became ${size(actual)}` : `${count} pixels differ`;
  return `${name}: ${what}. Compare ${findings}${name}.{expected,actual,diff}.png`;
}

/** How many pixels differ; infinitely many where the sizes do. */
function differingPixels(expected: PNG, actual: PNG, diff?: PNG): number {
  const { width, height } = actual;
  if (expected.width !== width || expected.height !== height) return Infinity;
  return pixelmatch(expected.data, actual.data, diff?.data, width, height, { threshold: tolerance.ofPixel });
}

/** Whether this machine draws as the one did that the pictures come from, judged by a picture that only machines change. */
export function drawsAlike(ruler: Buffer): boolean {
  const baseline = `${baselines}ruler.png`;
  const actual = coarse(PNG.sync.read(ruler));
  if (isAccepting) {
    mkdirSync(baselines, { recursive: true });
    writeFileSync(baseline, encodePng(actual));
  }
  return existsSync(baseline) && differingPixels(read(baseline), actual) === 0;
}
