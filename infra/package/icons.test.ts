import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BRAND, ICONS, toPicture, toSvg } from './icons.ts'
import type { Picture } from './png.ts'
import { decodePng, encodePng } from './png.ts'

const MANIFEST = join(import.meta.dirname, '..', '..', 'manifest')

describe('the icons in manifest/', () => {
  it.each(ICONS)('$file.svg and $file.png show the shapes that are described', (icon) => {
    expect(readFileSync(join(MANIFEST, `${icon.file}.svg`), 'utf8')).toBe(toSvg(icon))
    expect(decodePng(readFileSync(join(MANIFEST, `${icon.file}.png`)))).toEqual(toPicture(icon))
  })

  it('have the colour that the manifest names as accent', () => {
    expect(JSON.parse(readFileSync(join(MANIFEST, 'manifest.json'), 'utf8')).accentColor).toBe(BRAND)
    expect(readFileSync(join(MANIFEST, 'color.svg'), 'utf8')).toContain(BRAND)
  })

  it('have smooth edges', () => {
    for (const icon of ICONS) {
      const { pixels } = toPicture(icon)
      const levels = new Set(icon.file === 'color' ? pixels.filter((_, at) => at % 4 === 0) : pixels.filter((_, at) => at % 4 === 3))
      expect(levels.size).toBeGreaterThan(8)
    }
  })
})

describe('PNG', () => {
  const picture: Picture = { width: 2, height: 2, pixels: Uint8Array.from([1, 2, 3, 255, 250, 5, 9, 128, 0, 0, 0, 0, 77, 88, 99, 255]) }

  it('is read as it was written', () => {
    expect(decodePng(encodePng(picture))).toEqual(picture)
  })

  // The second row is 20 30 40 | 25 35 45 below 1 2 3 | 10 6 8, filtered as other programs may write it.
  it.each([
    ['none', [0, 20, 30, 40, 25, 35, 45]],
    ['left', [1, 20, 30, 40, 5, 5, 5]],
    ['up', [2, 19, 28, 37, 15, 29, 37]],
    ['average', [3, 20, 29, 39, 10, 17, 21]],
    ['Paeth', [4, 19, 28, 37, 5, 5, 5]],
  ])('with the row filter «%s» is read', (_, second) => {
    const read = decodePng(rgbPng(2, 2, [0, 1, 2, 3, 10, 6, 8, ...second]))
    expect([...(read?.pixels ?? [])]).toEqual([1, 2, 3, 255, 10, 6, 8, 255, 20, 30, 40, 255, 25, 35, 45, 255])
  })

  it.each([
    ['text', Buffer.from('not a picture')],
    ['a palette', paletted()],
    ['cut off', encodePng(picture).subarray(0, 50)],
  ])('that is %s is refused', (_, bytes) => {
    expect(decodePng(bytes)).toBeNull()
  })
})

function rgbPng(width: number, height: number, rows: number[]): Buffer {
  const whole = encodePng({ width, height, pixels: new Uint8Array(width * height * 4) })
  whole[25] = 2
  const data = deflateSync(Buffer.from(rows))
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.write('IDAT', 4, 'ascii')
  return Buffer.concat([whole.subarray(0, 33), frame, data, Buffer.alloc(4)])
}

function paletted(): Buffer {
  const whole = encodePng({ width: 1, height: 1, pixels: new Uint8Array(4) })
  whole[25] = 3
  return whole
}
