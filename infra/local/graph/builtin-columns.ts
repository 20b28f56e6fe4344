import { guidOf } from './ids.ts'
import type { ColumnType, ListColumn } from './types.ts'

const builtin = (name: string, type: ColumnType, options: Partial<ListColumn> = {}): ListColumn => ({
  id: guidOf(`builtin:${name}`),
  name,
  displayName: name,
  type,
  indexed: false,
  unique: false,
  required: false,
  hidden: false,
  readOnly: true,
  description: '',
  columnGroup: 'Base Columns',
  facet: {},
  slot: 0,
  ...options,
})

/** Written like any other column, and never indexed: no request we support can change an index afterwards. */
export const TITLE_COLUMN = builtin('Title', 'text', {
  readOnly: false,
  required: true,
  columnGroup: 'Custom Columns',
  facet: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
})

/** The columns every generic list is born with, in the order a real item shows them (reference: graph.md 1.4, 1.5). */
export const BUILTIN_COLUMNS: ListColumn[] = [
  TITLE_COLUMN,
  builtin('id', 'number'),
  builtin('ContentType', 'text'),
  builtin('Modified', 'dateTime', { facet: { displayAs: 'default', format: 'dateTime' } }),
  builtin('Created', 'dateTime', { facet: { displayAs: 'default', format: 'dateTime' } }),
  builtin('AuthorLookupId', 'text'),
  builtin('EditorLookupId', 'text'),
  builtin('_UIVersionString', 'text'),
  builtin('Attachments', 'boolean'),
  builtin('Edit', 'text'),
  builtin('LinkTitleNoMenu', 'text'),
  builtin('LinkTitle', 'text'),
  builtin('ItemChildCount', 'text'),
  builtin('FolderChildCount', 'text'),
  builtin('_ComplianceFlags', 'text'),
  builtin('_ComplianceTag', 'text'),
  builtin('_ComplianceTagWrittenTime', 'text'),
  builtin('_ComplianceTagUserId', 'text'),
  builtin('AppAuthorLookupId', 'text'),
  builtin('AppEditorLookupId', 'text'),
]

const RESERVED = new Set([...BUILTIN_COLUMNS.map((column) => column.name.toLowerCase()), 'author', 'editor'])

/** Names that would collide with a column the list already has; SharePoint compares names without regard to case. */
export const isBuiltinName = (name: string): boolean => RESERVED.has(name.toLowerCase())
