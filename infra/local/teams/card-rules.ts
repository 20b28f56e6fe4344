/**
 * What Teams takes in a card (reference: Adaptive Cards 1.5 in Teams; the lower of the published size limits).
 * Teams itself often answers 201 and then shows nothing: a stand-in that refuses finds the fault earlier.
 */
export const MAX_ACTIVITY_BYTES = 28_000
/** Teams shows at most six buttons in a row of actions; the rest are dropped unless they are in the overflow menu. */
const MAX_ACTIONS = 6

export const ADAPTIVE_CARD_TYPE = 'application/vnd.microsoft.card.adaptive'

const ELEMENTS = new Set([
  'TextBlock',
  'RichTextBlock',
  'Image',
  'ImageSet',
  'Media',
  'Container',
  'ColumnSet',
  'Column',
  'FactSet',
  'ActionSet',
  'Table',
  'TableRow',
  'TableCell',
  'Input.Text',
  'Input.Number',
  'Input.Date',
  'Input.Time',
  'Input.Toggle',
  'Input.ChoiceSet',
])
const ACTIONS = new Set(['Action.Execute', 'Action.Submit', 'Action.OpenUrl', 'Action.ShowCard', 'Action.ToggleVisibility'])
/** Where further elements and actions stand inside one. */
const ELEMENT_PLACES = ['body', 'items', 'columns', 'rows', 'cells', 'images'] as const
const ACTION_PLACES = ['actions', 'selectAction', 'inlineAction'] as const

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

const actionFault = (action: Json): string | null => {
  if (typeof action.type !== 'string' || !ACTIONS.has(action.type)) return `unknown action type ${String(action.type)}`
  if (action.type === 'Action.Execute' && (typeof action.verb !== 'string' || action.verb === '')) return 'an Action.Execute without verb'
  if (action.type === 'Action.OpenUrl' && !(typeof action.url === 'string' && /^https?:\/\//.test(action.url)))
    return 'an Action.OpenUrl whose url is not http or https'
  if (action.type === 'Action.ShowCard')
    return isObject(action.card) ? contentFault(action.card, new Set()) : 'an Action.ShowCard without card'
  return null
}

const elementFault = (element: Json, place: string): string | null => {
  // Columns, rows, cells and images may leave out their type: the place says it.
  const implied = place === 'columns' || place === 'rows' || place === 'cells' || place === 'images'
  if (element.type === undefined && implied) return null
  if (typeof element.type === 'string' && ELEMENTS.has(element.type)) {
    if (element.type.startsWith('Input.') && (typeof element.id !== 'string' || element.id === '')) return `an ${element.type} without id`
    return null
  }
  return 'fallback' in element ? null : `unknown element type ${String(element.type)} without fallback`
}

const contentFault = (node: Json, ids: Set<string>): string | null => {
  if (typeof node.id === 'string') {
    if (ids.has(node.id)) return `two elements have the id ${node.id}`
    ids.add(node.id)
  }
  for (const place of ACTION_PLACES) {
    const actions = listOf(node[place])
    const shown = actions.filter((action) => !isObject(action) || action.mode !== 'secondary')
    if (shown.length > MAX_ACTIONS) return `more than ${MAX_ACTIONS} actions in one row`
    for (const action of actions) {
      const fault = isObject(action) ? actionFault(action) : `something in ${place} that is no action`
      if (fault) return fault
    }
  }
  for (const place of ELEMENT_PLACES) {
    // The columns of a Table are widths, not elements.
    if (node.type === 'Table' && place === 'columns') continue
    for (const element of listOf(node[place])) {
      if (!isObject(element)) return `something in ${place} that is no element`
      const fault = elementFault(element, place) ?? contentFault(element, ids)
      if (fault) return fault
    }
  }
  return null
}

/** The first thing in a card that Teams would not show as meant, or null. */
export const cardFault = (card: unknown): string | null => {
  if (!isObject(card) || card.type !== 'AdaptiveCard') return 'the content is no AdaptiveCard'
  if (typeof card.version !== 'string' || !/^1\.[0-5]$/.test(card.version)) return `version ${String(card.version)} is above 1.5`
  return contentFault(card, new Set())
}
