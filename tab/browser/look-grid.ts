import type { Page } from 'playwright-core'

/** A picture as 25 rows of 40 cells, one character a cell: brightness in eight steps, one of three families of hue or none, ink or not. */
export type LookGrid = readonly string[]

const COLUMNS = 40
const ROWS = 25
const CELLS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Reduces a screenshot in `scratch`, a page of its own: nothing but the browser knows how to read a PNG here. */
export async function gridOf(png: Buffer, scratch: Page): Promise<LookGrid> {
  const cells = await scratch.evaluate(reduce, { url: `data:image/png;base64,${png.toString('base64')}`, columns: COLUMNS, rows: ROWS })
  return cells.map((row) => row.map((cell) => CELLS[cell] ?? 'A').join(''))
}

async function reduce({ url, columns, rows }: { url: string; columns: number; rows: number }): Promise<number[][]> {
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  const paper = canvas.getContext('2d')
  if (paper === null) throw new Error('no canvas')
  paper.drawImage(image, 0, 0)
  const [wide, high] = [Math.floor(image.width / columns), Math.floor(image.height / rows)]
  const cellAt = (x: number, y: number): number => {
    const { data } = paper.getImageData(x * wide, y * high, wide, high)
    const sum = [0, 0, 0]
    let [light, squares] = [0, 0]
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
      const bright = 0.299 * red + 0.587 * green + 0.114 * blue
      light += bright
      squares += bright * bright
      sum[0] = (sum[0] ?? 0) + red
      sum[1] = (sum[1] ?? 0) + green
      sum[2] = (sum[2] ?? 0) + blue
    }
    const all = data.length / 4
    const mean = light / all
    const [red = 0, green = 0, blue = 0] = sum.map((one) => one / all)
    const strongest = Math.max(red, green, blue)
    const coloured = strongest - Math.min(red, green, blue) > 20
    const hue = !coloured ? 0 : strongest === red ? 1 : strongest === green ? 2 : 3
    const ink = Math.sqrt(Math.max(0, squares / all - mean * mean)) > 12 ? 1 : 0
    return Math.min(7, Math.floor(mean / 32)) * 8 + hue * 2 + ink
  }
  return Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_, x) => cellAt(x, y)))
}

const partsOf = (cell: string | undefined) => {
  const code = Math.max(0, CELLS.indexOf(cell ?? 'A'))
  return { light: code >> 3, hue: (code >> 1) & 3, ink: code & 1 }
}

/** Whether a cell has another look: two steps lighter or darker, another family of hue, or ink where there was none. */
function differs(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [partsOf(a), partsOf(b)]
  return Math.abs(one.light - other.light) > 1 || one.hue !== other.hue || one.ink !== other.ink
}

/** Which cells differ, as a share of all and as a map with `x` for each, to be printed. */
export function compareLooks(was: LookGrid, is: LookGrid): { share: number; map: string } {
  const rows = Array.from({ length: ROWS }, (_, y) =>
    Array.from({ length: COLUMNS }, (_, x) => (differs(was[y]?.[x], is[y]?.[x]) ? 'x' : '.')).join(''),
  )
  const map = rows.join('\n')
  return { share: map.replaceAll(/[^x]/g, '').length / (ROWS * COLUMNS), map }
}
