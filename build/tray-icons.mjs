// Draws the small icons in resources/ from the shapes of build/icon.svg, anew only when those change: node build/tray-icons.mjs
// tray.png and tray-waiting.png stand in the notification area, trayTemplate.png in the bar of macOS (black, the system colours it),
// badge.png over the button in the task bar of Windows.
import { writeFileSync } from 'node:fs'
import { deflateSync, crc32 } from 'node:zlib'

const folder = new URL('../resources/', import.meta.url)
const [DARK, LINE, GREEN, WHITE, RED] = ['#16233a', '#8fa3c4', '#3ddbb4', '#f5f8ff', '#e5484d']

const disc = (x, y, r) => (px, py) => Math.hypot(px - x, py - y) - r
const box = (x, y, w, h, r) => (px, py) => {
  const dx = Math.abs(px - x - w / 2) - w / 2 + r
  const dy = Math.abs(py - y - h / 2) - h / 2 + r
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r
}
const curve = (a, b, c, d, width) => {
  const at = (t, i) => (1 - t) ** 3 * a[i] + 3 * (1 - t) ** 2 * t * b[i] + 3 * (1 - t) * t * t * c[i] + t ** 3 * d[i]
  const points = Array.from({ length: 49 }, (_, n) => [at(n / 48, 0), at(n / 48, 1)])
  return (px, py) => Math.min(...points.map(([x, y]) => Math.hypot(px - x, py - y))) - width / 2
}
const line = (a, b, width) => curve(a, a, b, b, width)
const half = (inner, y) => (px, py) => Math.max(inner(px, py), py - y)

/** The mark in a field of 512, heavier than in the large icon. */
const mark = (roads, taken, from, person) => [
  [curve([150, 256], [230, 256], [220, 392], [300, 392], 44), roads],
  [line([150, 256], [300, 256], 44), roads],
  [curve([150, 256], [230, 256], [216, 146], [280, 146], 44), taken],
  [disc(340, 256, 40), roads],
  [disc(340, 392, 40), roads],
  [disc(118, 256, 58), from],
  [disc(372, 96, 50), person],
  [half(disc(372, 216, 74), 216), person],
]
const coloured = [[box(8, 8, 496, 496, 110), DARK], ...mark(LINE, GREEN, WHITE, GREEN)]
const black = '#000000'

draw('tray.png', 32, coloured)
draw('tray-waiting.png', 32, [...coloured, [disc(384, 384, 128), DARK], [disc(384, 384, 108), RED]])
draw('trayTemplate.png', 16, mark(black, black, black, black))
draw('trayTemplate@2x.png', 32, mark(black, black, black, black))
draw('badge.png', 32, [[disc(256, 256, 240), RED]])

function draw(name, size, shapes) {
  const scale = 512 / size
  const pixels = Buffer.alloc(size * (size * 4 + 1))
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let [r, g, b, a] = [0, 0, 0, 0]
      for (const [shape, colour] of shapes) {
        const cover = Math.min(1, Math.max(0, 0.5 - shape((x + 0.5) * scale, (y + 0.5) * scale) / scale))
        if (cover === 0) continue
        const [cr, cg, cb] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
        const under = a * (1 - cover)
        const over = cover + under
        ;[r, g, b] = [
          [cr, r],
          [cg, g],
          [cb, b],
        ].map(([top, below]) => (top * cover + below * under) / over)
        a = over
      }
      pixels.set([r, g, b, a * 255].map(Math.round), y * (size * 4 + 1) + 1 + x * 4)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const file = [chunk('IHDR', head), chunk('IDAT', deflateSync(pixels, { level: 9 })), chunk('IEND', Buffer.alloc(0))]
  writeFileSync(new URL(name, folder), Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...file]))
}

function chunk(type, data) {
  const out = Buffer.alloc(12 + data.length)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  data.copy(out, 8)
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length)
  return out
}
