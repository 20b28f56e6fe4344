/** As much PNG as the two icons need: 8 bits per channel, not interlaced, RGBA out, RGB or RGBA in. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** `pixels` holds four bytes (red, green, blue, alpha) per pixel, row by row from the top. */
export type Picture = { width: number; height: number; pixels: Uint8Array }

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** The picture as a PNG file. */
export const encodePng = ({ width, height, pixels }: Picture): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width * 4 + 1))
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', new Uint8Array())])
}

/** The picture in a PNG file, or null when it is no PNG or of a kind that is not read here. */
export const decodePng = (file: Uint8Array): Picture | null => {
  const bytes = Buffer.from(file)
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) return null
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const [depth, colour, , , interlace] = bytes.subarray(24, 29)
  if (depth !== 8 || interlace !== 0 || (colour !== 2 && colour !== 6) || width * height > 4_000_000) return null
  const data: Buffer[] = []
  for (let at = 8; at + 8 <= bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('ascii', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  }
  const channels = colour === 6 ? 4 : 3
  const rows = inflated(Buffer.concat(data))
  if (rows === null || rows.length < height * (width * channels + 1)) return null
  return { width, height, pixels: toRgba(unfilter(rows, width * channels, height, channels), channels) }
}

const inflated = (data: Buffer): Buffer | null => {
  try {
    return inflateSync(data)
  } catch {
    return null
  }
}

/** Undoes the five row filters (PNG specification, section 9.2); `size` and `step` are in bytes. */
const unfilter = (rows: Uint8Array, size: number, height: number, step: number): Uint8Array => {
  const out = new Uint8Array(size * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (size + 1)] ?? 0
    for (let x = 0; x < size; x++) {
      const at = y * size + x
      const left = x >= step ? (out[at - step] ?? 0) : 0
      const up = y > 0 ? (out[at - size] ?? 0) : 0
      const corner = x >= step && y > 0 ? (out[at - size - step] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      out[at] = (rows[y * (size + 1) + 1 + x] ?? 0) + guess
    }
  }
  return out
}

const paeth = (left: number, up: number, corner: number): number => {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

const toRgba = (samples: Uint8Array, channels: 3 | 4): Uint8Array => {
  if (channels === 4) return samples
  const pixels = new Uint8Array((samples.length / 3) * 4).fill(255)
  for (let at = 0; at * 3 < samples.length; at++) pixels.set(samples.subarray(at * 3, at * 3 + 3), at * 4)
  return pixels
}
