/**
 * The product's two icons, drawn from one description: a pulse line in a rounded square. SVG source and PNG
 * come from the same shapes, so they cannot drift apart; `npm run package -- --icons` writes them anew.
 */
import type { Picture } from './png.ts'

type Point = readonly [x: number, y: number]
type Colour = readonly [red: number, green: number, blue: number]

/** A filled rounded square or a line of constant width with round ends; coordinates and widths in pixels of the icon. */
export type Shape =
  | { kind: 'square'; inset: number; radius: number; colour: Colour }
  | { kind: 'frame'; inset: number; radius: number; width: number; colour: Colour }
  | { kind: 'line'; points: readonly Point[]; width: number; colour: Colour }

export type Icon = { file: string; size: number; shapes: readonly Shape[] }

/** The brand colour, also the manifest's accentColor. */
export const BRAND = '#5b5fc7'
const BRAND_RGB: Colour = [0x5b, 0x5f, 0xc7]
const WHITE: Colour = [255, 255, 255]

// Flat, up, far down, a small beat, flat. The small icon has its own points, so that its level lines fall on whole pixels.
const PULSE_192: readonly Point[] = [
  [36, 102],
  [62, 102],
  [77, 56],
  [103, 142],
  [121, 86],
  [130, 102],
  [156, 102],
]
const PULSE_32: readonly Point[] = [
  [8, 17],
  [11.5, 17],
  [13.5, 10.5],
  [17.5, 23],
  [20.5, 14],
  [21.5, 17],
  [24, 17],
]

/** Teams rounds and crops the colour icon itself, so its square fills the picture; the outline stands alone, white on nothing. */
export const ICONS: readonly Icon[] = [
  {
    file: 'color',
    size: 192,
    shapes: [
      { kind: 'square', inset: 0, radius: 0, colour: BRAND_RGB },
      { kind: 'line', points: PULSE_192, width: 13, colour: WHITE },
    ],
  },
  {
    file: 'outline',
    size: 32,
    shapes: [
      { kind: 'frame', inset: 2, radius: 6, width: 2, colour: WHITE },
      { kind: 'line', points: PULSE_32, width: 2, colour: WHITE },
    ],
  },
]

/** The icon as an SVG file. */
export const toSvg = ({ size, shapes }: Icon): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" fill="none">`,
    ...shapes.map((shape) => `  ${svgOf(shape, size)}`),
    '</svg>',
    '',
  ].join('\n')

const hex = (colour: Colour) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
const short = (value: number) => String(Math.round(value * 100) / 100)

const svgOf = (shape: Shape, size: number): string => {
  if (shape.kind === 'line') {
    const points = shape.points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ')
    return `<polyline points="${points}" stroke="${hex(shape.colour)}" stroke-width="${shape.width}" stroke-linecap="round" stroke-linejoin="round"/>`
  }
  const half = shape.kind === 'frame' ? shape.width / 2 : 0
  const [at, side, radius] = [shape.inset + half, size - 2 * (shape.inset + half), Math.max(0, shape.radius - half)]
  const paint = shape.kind === 'frame' ? `stroke="${hex(shape.colour)}" stroke-width="${shape.width}"` : `fill="${hex(shape.colour)}"`
  return `<rect x="${at}" y="${at}" width="${side}" height="${side}" rx="${radius}" ${paint}/>`
}

/** The icon as pixels: each shape covers a pixel by its distance from the pixel's middle, which gives smooth edges. */
export const toPicture = ({ size, shapes }: Icon): Picture => {
  const pixels = new Uint8Array(size * size * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let [red, green, blue, alpha] = [0, 0, 0, 0]
      for (const shape of shapes) {
        const cover = Math.min(1, Math.max(0, 0.5 - distance(shape, size, x + 0.5, y + 0.5)))
        const rest = alpha * (1 - cover)
        const total = cover + rest
        if (total === 0) continue
        red = (shape.colour[0] * cover + red * rest) / total
        green = (shape.colour[1] * cover + green * rest) / total
        blue = (shape.colour[2] * cover + blue * rest) / total
        alpha = total
      }
      pixels.set([Math.round(red), Math.round(green), Math.round(blue), Math.round(alpha * 255)], (y * size + x) * 4)
    }
  }
  return { width: size, height: size, pixels }
}

/** Distance from the shape's edge in pixels, negative inside. */
const distance = (shape: Shape, size: number, x: number, y: number): number => {
  if (shape.kind === 'line') return toLine(shape.points, x, y) - shape.width / 2
  const outer = toSquare(size, shape.inset, shape.radius, x, y)
  return shape.kind === 'square' ? outer : Math.max(outer, -outer - shape.width)
}

const toSquare = (size: number, inset: number, radius: number, x: number, y: number): number => {
  const half = size / 2 - inset - radius
  const [dx, dy] = [Math.abs(x - size / 2) - half, Math.abs(y - size / 2) - half]
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius
}

const toLine = (points: readonly Point[], x: number, y: number): number => {
  let nearest = Number.POSITIVE_INFINITY
  for (const [index, [bx, by]] of points.entries()) {
    const [ax, ay] = points[index - 1] ?? [bx, by]
    const [lx, ly] = [bx - ax, by - ay]
    const length = lx * lx + ly * ly
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * lx + (y - ay) * ly) / length))
    nearest = Math.min(nearest, Math.hypot(x - ax - share * lx, y - ay - share * ly))
  }
  return nearest
}
