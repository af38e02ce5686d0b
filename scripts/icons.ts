import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

// Draws Sotto's icon, a text that grows shorter and quieter, and writes it in each size that
// browsers ask for: `node scripts/icons.ts`.

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
  radius: number;
  /** Red, green, blue and how much it covers, each from 0 to 255. */
  colour: readonly [number, number, number, number];
}

/** In parts of the icon's side; what comes later lies above. */
const boxes: readonly Box[] = [
  { left: 0.03, top: 0.03, width: 0.94, height: 0.94, radius: 0.22, colour: [15, 95, 88, 255] },
  { left: 0.2, top: 0.24, width: 0.6, height: 0.12, radius: 0.06, colour: [255, 255, 255, 255] },
  { left: 0.2, top: 0.44, width: 0.44, height: 0.12, radius: 0.06, colour: [255, 255, 255, 210] },
  { left: 0.2, top: 0.64, width: 0.26, height: 0.12, radius: 0.06, colour: [255, 255, 255, 160] },
];

/** Samples along each side of a pixel, which make edges smooth. */
const samples = 8;

const folder = join(import.meta.dirname, "../public/icon");
mkdirSync(folder, { recursive: true });
for (const size of [16, 32, 48, 128]) writeFileSync(join(folder, `${size}.png`), png(size));

function png(size: number): Buffer {
  const rows = Array.from({ length: size }, (_, y) => row(size, y));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // eight bits a channel, with opacity
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function row(size: number, y: number): Buffer {
  const pixels = Array.from({ length: size }, (_, x) => pixel(size, x, y));
  return Buffer.from([0, ...pixels.flat()]); // 0: the row is not filtered
}

function pixel(size: number, x: number, y: number): number[] {
  let mixed = [0, 0, 0, 0];
  for (const box of boxes) mixed = lay(box, coverage(box, size, { x, y }), mixed);
  return mixed.map(Math.round);
}

/** One colour over another; the one below is opaque wherever a second box lies. */
function lay({ colour }: Box, covered: number, below: number[]): number[] {
  const [red, green, blue, opacity] = colour;
  const share = covered * (opacity / 255);
  const [belowRed = 0, belowGreen = 0, belowBlue = 0, belowOpacity = 0] = below;
  if (belowOpacity === 0) return [red, green, blue, opacity * covered];
  const mix = (above: number, under: number) => above * share + under * (1 - share);
  return [mix(red, belowRed), mix(green, belowGreen), mix(blue, belowBlue), belowOpacity];
}

/** How much of a pixel a box covers, from 0 to 1. */
function coverage(box: Box, size: number, { x, y }: { x: number; y: number }): number {
  let inside = 0;
  for (let index = 0; index < samples * samples; index += 1) {
    const alongX = (x + ((index % samples) + 0.5) / samples) / size;
    const alongY = (y + (Math.floor(index / samples) + 0.5) / samples) / size;
    if (contains(box, alongX, alongY)) inside += 1;
  }
  return inside / (samples * samples);
}

function contains({ left, top, width, height, radius }: Box, x: number, y: number): boolean {
  const outX = Math.max(left + radius - x, x - (left + width - radius), 0);
  const outY = Math.max(top + radius - y, y - (top + height - radius), 0);
  return Math.hypot(outX, outY) <= radius;
}
