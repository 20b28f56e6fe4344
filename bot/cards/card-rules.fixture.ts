import { bytesOf, CARD_BYTES, type Json } from './parts.ts'

const ELEMENTS = [
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Container',
  'ColumnSet',
  'Column',
  'ActionSet',
  'Input.Text',
  'Input.ChoiceSet',
  'Input.Date',
  'Data.Query',
]
const ACTIONS = ['Action.Execute', 'Action.OpenUrl']
const MAX_ACTIONS = 6

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object in a card with whether it is shown before anything is opened. */
export function* nodesOf(value: unknown, shown = true): Generator<{ node: Json; shown: boolean }> {
  if (Array.isArray(value)) for (const part of value) yield* nodesOf(part, shown)
  if (!isJson(value)) return
  const visible = shown && value.isVisible !== false
  yield { node: value, shown: visible }
  for (const part of Object.values(value)) yield* nodesOf(part, visible)
}

export const typed = (card: Json, type: string): Json[] =>
  [...nodesOf(card)].filter(({ node }) => node.type === type).map(({ node }) => node)

/** What is read on the card, in order: for tests of what it says. */
export const textOf = (card: Json): string =>
  [...nodesOf(card)]
    .filter(({ node, shown }) => shown && (node.type === 'TextRun' || node.type === 'TextBlock'))
    .map(({ node }) => String(node.text))
    .join('\n')

/** All that Teams would not take or a reader could not use; an empty list means the card is good. */
export function cardFaults(card: Json): string[] {
  const faults: string[] = []
  const ids = new Set<string>()
  let buttons = 0
  for (const { node } of nodesOf(card)) {
    const type = typeof node.type === 'string' ? node.type : null
    if (type?.startsWith('Action.')) {
      if (!ACTIONS.includes(type)) faults.push(`unknown ${type}`)
      if (typeof node.title !== 'string' && type !== 'Action.OpenUrl') faults.push(`${type} without title`)
    } else if (type !== null && type !== 'AdaptiveCard' && !ELEMENTS.includes(type)) faults.push(`unknown ${type}`)
    if (type === 'ActionSet') buttons += (node.actions as unknown[]).length
    if (type?.startsWith('Input.')) {
      if (typeof node.label !== 'string' || node.label === '') faults.push(`${String(node.id)} without label`)
      if (type === 'Input.Text' && typeof node.maxLength !== 'number') faults.push(`${String(node.id)} without maxLength`)
    }
    if (type === 'Action.Execute') {
      const data = node.data as Json
      if (typeof node.verb !== 'string' || node.verb === '') faults.push('Execute without verb')
      if (data.card !== 1) faults.push('Execute without card version')
      if (node.verb !== 'command' && (typeof data.nudgeKey !== 'string' || typeof data.obligationKey !== 'string')) {
        faults.push(`${String(node.verb)} without its keys`)
      }
      if (/person/i.test(Object.keys(data).join())) faults.push('identity in data')
    }
    if (type === 'TextBlock' && node.wrap !== true) faults.push(`not wrapped: ${String(node.text)}`)
    if ((type === 'TextBlock' || type === 'TextRun') && (typeof node.text !== 'string' || node.text.trim() === '')) {
      faults.push('empty text')
    }
    if (typeof node.text === 'string' && /[{}]|undefined|NaN|Infinity|\bnull\b|!/.test(node.text))
      faults.push(`raw value in text: ${node.text}`)
    if (typeof node.id === 'string') {
      if (ids.has(node.id)) faults.push(`id twice: ${node.id}`)
      ids.add(node.id)
    }
  }
  if (buttons > MAX_ACTIONS) faults.push(`${buttons} buttons`)
  if (card.version !== '1.5') faults.push('version')
  if (typeof card.fallbackText !== 'string' || typeof card.speak !== 'string' || typeof card.lang !== 'string')
    faults.push('fallbackText, speak or lang')
  if (bytesOf(card) > CARD_BYTES) faults.push(`${bytesOf(card)} bytes`)
  return faults
}
