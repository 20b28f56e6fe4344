import { randomUUID } from 'node:crypto'
import { ok, type Result } from '#domain/result.ts'
import { isBuiltinName } from './builtin-columns.ts'
import { type GraphRefusal, invalidRequest, nameAlreadyExists, notPlayed, type Refused } from './errors.ts'
import { internalName } from './internal-name.ts'
import { isRecord } from './json.ts'
import type { Column, ColumnType, ListColumn } from './types.ts'

const PLAYED_FACETS = ['text', 'number', 'boolean', 'dateTime', 'choice'] as const
type Facet = (typeof PLAYED_FACETS)[number]
const OTHER_FACETS = [
  'calculated',
  'contentApprovalStatus',
  'currency',
  'geolocation',
  'hyperlinkOrPicture',
  'lookup',
  'personOrGroup',
  'term',
  'thumbnail',
]
/** `defaultValue` is taken and ignored, as reported of Microsoft's Graph since 2021 (gd#12827). */
const COMMON = ['name', 'displayName', 'description', 'indexed', 'required', 'enforceUniqueValues', 'hidden', 'columnGroup', 'defaultValue']
const FLAGS = ['indexed', 'required', 'enforceUniqueValues', 'hidden'] as const

/** The properties of each facet with their defaults; the names are those of Microsoft's metadata. */
const FACET_DEFAULTS: Record<Facet, Record<string, unknown>> = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  number: { decimalPlaces: 'automatic', displayAs: 'number', minimum: null, maximum: null },
  boolean: {},
  dateTime: { displayAs: 'default', format: 'dateTime' },
  choice: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
}
const TEXT_ONLY_ON_NOTES = ['textType']

type TypedFacet = { type: ColumnType; facet: Record<string, unknown> }

const wrong = (property: string, why: string): Refused => invalidRequest(`Column property '${property}' ${why}.`)

const textFacet = (facet: Record<string, unknown>): Result<TypedFacet, GraphRefusal> => {
  if (facet.textType === 'richText') return notPlayed('Rich text')
  if (facet.appendChangesToExistingText === true) return notPlayed('Appending changes to existing text')
  const length = facet.maxLength
  if (facet.allowMultipleLines === true) return ok({ type: 'note', facet })
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 1 || length > 255)
    return wrong('maxLength', 'must be from 1 to 255')
  return ok({ type: 'text', facet })
}

const choiceFacet = (facet: Record<string, unknown>): Result<TypedFacet, GraphRefusal> => {
  if (facet.displayAs === 'checkBoxes') return notPlayed('A choice column with several values')
  const choices = facet.choices
  if (!Array.isArray(choices) || choices.length === 0 || !choices.every((choice) => typeof choice === 'string' && choice !== ''))
    return wrong('choices', 'must be a list of texts')
  return ok({ type: 'choice', facet })
}

const parseFacet = (name: Facet, given: Record<string, unknown>): Result<TypedFacet, GraphRefusal> => {
  const allowed = [...Object.keys(FACET_DEFAULTS[name]), ...(name === 'text' ? TEXT_ONLY_ON_NOTES : [])]
  const unknown = Object.keys(given).find((property) => !allowed.includes(property))
  if (unknown) return wrong(`${name}.${unknown}`, 'is not recognized')
  const facet = { ...FACET_DEFAULTS[name], ...given }
  switch (name) {
    case 'text':
      return textFacet(facet)
    case 'choice':
      return choiceFacet(facet)
    case 'dateTime':
      // A date alone is midnight in the site's zone and reads as the day before in UTC; the product keeps civil dates as text.
      return facet.format === 'dateOnly' ? notPlayed('A date column without time') : ok({ type: 'dateTime', facet })
    default:
      return ok({ type: name, facet })
  }
}

/** The one type facet of a definition. Facets are mutually exclusive (Microsoft's columnDefinition page). */
const facetOf = (body: Record<string, unknown>): Result<TypedFacet, GraphRefusal> => {
  const other = OTHER_FACETS.find((name) => name in body)
  if (other) return notPlayed(`A column with the facet '${other}'`)
  const given = PLAYED_FACETS.filter((name) => name in body)
  const [name, second] = given
  if (!name) return invalidRequest('A column needs one type facet.')
  if (second) return invalidRequest(`A column cannot be both '${name}' and '${second}'.`)
  const facet = body[name]
  return isRecord(facet) ? parseFacet(name, facet) : wrong(name, 'must be an object')
}

const indexRules = (column: Column): Refused | undefined => {
  if (column.unique && !column.indexed) return wrong('enforceUniqueValues', 'needs indexed')
  if (column.indexed && column.type === 'note') return wrong('indexed', 'is not possible on multiple lines of text')
  if (column.unique && column.type === 'boolean') return wrong('enforceUniqueValues', 'is not possible on yes/no')
  return undefined
}

/** Reads the body of POST …/columns (or one of `columns` in POST …/lists). The name is made internal and cut at 32 characters. */
export const parseColumn = (body: unknown): Result<Column, GraphRefusal> => {
  if (!isRecord(body)) return invalidRequest('The request is malformed or incorrect.')
  const known: readonly string[] = [...COMMON, ...PLAYED_FACETS, ...OTHER_FACETS]
  const unknown = Object.keys(body).find((property) => !known.includes(property))
  if (unknown) return wrong(unknown, 'is not recognized')
  const name = body.name
  if (typeof name !== 'string' || name.trim() === '') return wrong('name', 'is required')
  const badFlag = FLAGS.find((flag) => flag in body && typeof body[flag] !== 'boolean')
  if (badFlag) return wrong(badFlag, 'must be true or false')
  const typed = facetOf(body)
  if (!typed.ok) return typed

  const internal = internalName(name)
  if (isBuiltinName(internal)) return nameAlreadyExists(`A column named '${internal}' already exists.`)
  const textOr = (property: string, fallback: string) => (typeof body[property] === 'string' ? (body[property] as string) : fallback)
  const column: Column = {
    id: randomUUID(),
    name: internal,
    displayName: textOr('displayName', name),
    indexed: body.indexed === true,
    unique: body.enforceUniqueValues === true,
    required: body.required === true,
    hidden: body.hidden === true,
    readOnly: false,
    description: textOr('description', ''),
    columnGroup: textOr('columnGroup', 'Custom Columns'),
    ...typed.value,
  }
  return indexRules(column) ?? ok(column)
}

/** Everything of a column that may stand in `$select`. */
export const COLUMN_PROPERTIES: string[] = [...COMMON.filter((name) => name !== 'defaultValue'), 'id', 'readOnly', ...PLAYED_FACETS]

/** A column as Graph shows it; `note` is a text column with several lines there. */
export const presentColumn = (column: Column): Record<string, unknown> => ({
  columnGroup: column.columnGroup,
  description: column.description,
  displayName: column.displayName,
  enforceUniqueValues: column.unique,
  hidden: column.hidden,
  id: column.id,
  indexed: column.indexed,
  name: column.name,
  readOnly: column.readOnly,
  required: column.required,
  [column.type === 'note' ? 'text' : column.type]: Object.fromEntries(Object.entries(column.facet).filter(([, value]) => value !== null)),
})

/**
 * Reads the body of PATCH …/columns/{id} onto the column that is there. The internal name and the type stay for ever;
 * a facet may change in part (`choice.choices`).
 */
export const changedColumn = (column: ListColumn, body: unknown): Result<ListColumn, GraphRefusal> => {
  if (!isRecord(body)) return invalidRequest('The request is malformed or incorrect.')
  if ('name' in body && body.name !== column.name) return wrong('name', 'cannot be changed')
  const facet = column.type === 'note' ? 'text' : column.type
  const given = body[facet] ?? {}
  if (!isRecord(given)) return wrong(facet, 'must be an object')
  const { displayName, description, indexed, unique: enforceUniqueValues, required, hidden, columnGroup } = column
  const known = { displayName, description, indexed, enforceUniqueValues, required, hidden, columnGroup }
  const parsed = parseColumn({ ...known, ...body, name: column.name, [facet]: { ...column.facet, ...given } })
  if (!parsed.ok) return parsed
  if (parsed.value.type !== column.type) return notPlayed('Changing the type of a column')
  return ok({ ...parsed.value, id: column.id, name: column.name, slot: column.slot })
}
