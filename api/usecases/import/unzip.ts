import { crc32, inflateRawSync } from 'node:zlib'

/** One file of an archive, unpacked. */
export interface Entry {
  name: string
  bytes: Buffer
}

export type Unpacked = { ok: true; entries: Entry[] } | { ok: false; code: 'fileUnreadable' | 'tooLarge' }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1
const MAX_ENTRIES = 2_000

/**
 * The files of a zip archive whose name `wanted` takes, unpacked to at most `limit` bytes in all. Sizes written in the
 * archive are not believed: unpacking stops at the limit, so that a small file cannot fill the memory.
 */
export function unzip(bytes: Buffer, wanted: (name: string) => boolean, limit: number): Unpacked {
  const end = endOfCentral(bytes)
  if (end === null) return { ok: false, code: 'fileUnreadable' }
  const count = bytes.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) return { ok: false, code: 'tooLarge' }
  const entries: Entry[] = []
  let left = limit
  let at = bytes.readUInt32LE(end + 16)
  for (let number = 0; number < count; number += 1) {
    const header = centralHeader(bytes, at)
    if (header === null) return { ok: false, code: 'fileUnreadable' }
    at = header.next
    if (!wanted(header.name)) continue
    const data = packedData(bytes, header)
    if (data === null) return { ok: false, code: 'fileUnreadable' }
    const content = unpack(data, header.method, left)
    if (typeof content === 'string') return { ok: false, code: content }
    left -= content.length
    entries.push({ name: header.name, bytes: content })
  }
  return { ok: true, entries }
}

interface Header {
  name: string
  flags: number
  method: number
  packedSize: number
  local: number
  next: number
}

/** The last end record; a comment of up to 65 535 bytes may follow it. */
function endOfCentral(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 65_535; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at
  }
  return null
}

function centralHeader(bytes: Buffer, at: number): Header | null {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return null
  const nameLength = bytes.readUInt16LE(at + 28)
  const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) return null
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    packedSize: bytes.readUInt32LE(at + 20),
    local: bytes.readUInt32LE(at + 42),
    next,
  }
}

function packedData(bytes: Buffer, { local, packedSize, flags }: Header): Buffer | null {
  if ((flags & ENCRYPTED) !== 0 || local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return null
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  return from + packedSize > bytes.length ? null : bytes.subarray(from, from + packedSize)
}

function unpack(data: Buffer, method: number, limit: number): Buffer | 'fileUnreadable' | 'tooLarge' {
  if (method === STORED) return data.length > limit ? 'tooLarge' : data
  if (method !== DEFLATED) return 'fileUnreadable'
  try {
    // A limit of 0 would mean no limit to zlib.
    return inflateRawSync(data, { maxOutputLength: Math.max(limit, 1) })
  } catch (error) {
    // zlib throws both for broken data and past the limit; the code tells which.
    return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'fileUnreadable'
  }
}

/** An archive of the entries without compression: what a reader of it sees is exactly what has been measured here. */
export function storedZip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(22)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(bytes.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(nameBytes.length, 0)
    parts.push(uint32(LOCAL), facts, lengths, nameBytes, bytes)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(uint32(CENTRAL), Buffer.from([20, 0]), facts, lengths, place, nameBytes)
    offset += 30 + nameBytes.length + bytes.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, directory, uint32(END), end])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
