import { createHash } from 'node:crypto'

const LETTERS: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l' }

/** Three parts and a date must stay below the 200 characters of a key, with room for the kind of an obligation in front. */
const SLUG_LENGTH = 48

/**
 * Lower-case ASCII of a name: `Mindre tid til søknader` → `mindre-tid-til-soeknader`. The same for every spelling of case
 * and space; what had to be cut or has no ASCII letter at all ends in a fingerprint of the whole, so that two names stay two.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøåßđðþł]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (plain !== '' && plain.length <= SLUG_LENGTH) return plain
  const print = fingerprint(sameName(name)).slice(0, 8)
  return plain === '' ? `navn-${print}` : `${plain.slice(0, SLUG_LENGTH - 9).replace(/-+$/, '')}-${print}`
}

/** Two texts are the same name when they differ in nothing but case and space. */
export const sameName = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** SHA-256 of a text or file, in hexadecimal. */
export const fingerprint = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export const benefitKey = (projectKey: string, slug: string): string => `${projectKey}:${slug}`
export const measurementKey = (indicatorKey: string, periodKey: string, number: number): string => `${indicatorKey}:${periodKey}:${number}`
export const reportKey = (projectKey: string, period: string, version: number): string => `${projectKey}:${period}:${version}`
