import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** A chunk of a PNG file: length, type, data, checksum. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/**
 * A picture without transparency as a PNG file: with a palette where 256 colours are enough, which is a quarter of the
 * bytes, and which pngjs reads but does not write.
 */
export function encodePng(png: PNG): Buffer {
  const { width, height, data } = png;
  const colours = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1)); // each row begins with its filter: none
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = data.readUIntBE(pixel * 4, 3);
    let index = colours.get(colour);
    if (index === undefined) colours.set(colour, (index = colours.size));
    if (index > 255) return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true, deflateLevel: 9 });
    rows[pixel + Math.floor(pixel / width) + 1] = index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, a palette, the usual compression, filters and order
  const palette = Buffer.alloc(colours.size * 3);
  for (const [colour, index] of colours) palette.writeUIntBE(colour, index * 3, 3);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
