import { itemETag } from './etag.ts'
import { guidOf } from './ids.ts'
import { itemsContext } from './links.ts'
import type { FieldValue, ItemRow, ListColumn, ListRow, Site } from './types.ts'

/** Everything of a listItem that may stand in `$select`. */
export const ITEM_PROPERTIES = [
  'id',
  'eTag',
  'createdDateTime',
  'lastModifiedDateTime',
  'webUrl',
  'createdBy',
  'lastModifiedBy',
  'parentReference',
  'contentType',
]

/** How much of an item is wanted: `fields` absent = no fields, `all` = every visible one, a list = just these. */
export interface ItemShape {
  select?: string[]
  fields?: 'all' | string[]
}

/** Row ids in the site's hidden user list; the product never reads them, so the playing is thin. */
const APP_LOOKUP_ID = '10'
const USER_LOOKUP_ID = '11'

const builtinFields = (item: ItemRow): Record<string, FieldValue> => {
  const title = item.fields.Title
  const author = item.createdBy.user ? USER_LOOKUP_ID : APP_LOOKUP_ID
  const editor = item.modifiedBy.user ? USER_LOOKUP_ID : APP_LOOKUP_ID
  return {
    id: String(item.id),
    ContentType: 'Item',
    Modified: item.modified,
    Created: item.created,
    AuthorLookupId: author,
    EditorLookupId: editor,
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ...(title === undefined ? {} : { LinkTitleNoMenu: title, LinkTitle: title }),
    ItemChildCount: '0',
    FolderChildCount: '0',
    _ComplianceFlags: '',
    _ComplianceTag: '',
    _ComplianceTagWrittenTime: '',
    _ComplianceTagUserId: '',
    ...(item.createdBy.application ? { AppAuthorLookupId: APP_LOOKUP_ID } : {}),
    ...(item.modifiedBy.application ? { AppEditorLookupId: APP_LOOKUP_ID } : {}),
  }
}

/** A fieldValueSet: empty columns are left out, hidden columns too unless they are asked for by name. */
export const presentFields = (item: ItemRow, columns: ListColumn[], wanted: 'all' | string[]): Record<string, unknown> => {
  const etag = { '@odata.etag': itemETag(item) }
  if (wanted === 'all') {
    const hidden = new Set(columns.filter((column) => column.hidden).map((column) => column.name))
    const visible = hidden.size === 0 ? item.fields : Object.fromEntries(Object.entries(item.fields).filter(([name]) => !hidden.has(name)))
    return { ...etag, ...visible, ...builtinFields(item) }
  }
  const chosen: Record<string, unknown> = etag
  let builtins: Record<string, FieldValue> | undefined
  for (const name of wanted) {
    let value = item.fields[name]
    if (value === undefined) {
      builtins ??= builtinFields(item)
      value = builtins[name]
    }
    if (value !== undefined) chosen[name] = value
  }
  return chosen
}

const contentTypeOf = (list: ListRow) => ({
  id: `0x0100${guidOf(`contenttype:${list.id}`).replaceAll('-', '').toUpperCase()}`,
  name: 'Item',
})

/** A listItem in Graph's shape; ids are texts. */
export const presentItem = (site: Site, list: ListRow, item: ItemRow, columns: ListColumn[], shape: ItemShape): Record<string, unknown> => {
  const etag = itemETag(item)
  const properties: Record<string, unknown> = {
    createdDateTime: item.created,
    eTag: etag,
    id: String(item.id),
    lastModifiedDateTime: item.modified,
    webUrl: `https://${site.hostname}${site.path}/Lists/${encodeURIComponent(list.title)}/${item.id}_.000`,
    createdBy: item.createdBy,
    lastModifiedBy: item.modifiedBy,
    parentReference: { id: list.id, siteId: site.id },
    contentType: contentTypeOf(list),
  }
  const { select } = shape
  const shown = select ? Object.fromEntries(Object.entries(properties).filter(([name]) => select.includes(name))) : properties
  if (!shape.fields) return { '@odata.etag': etag, ...shown }
  return {
    '@odata.etag': etag,
    ...shown,
    'fields@odata.context': `${itemsContext(site, list)}('${item.id}')/fields/$entity`,
    fields: presentFields(item, columns, shape.fields),
  }
}

/** What delta tells of an item that is gone: its id, and never its fields (Microsoft's listitem-delta page). */
export const presentDeleted = (site: Site, list: ListRow, itemId: number): Record<string, unknown> => ({
  id: String(itemId),
  parentReference: { siteId: site.id },
  contentType: contentTypeOf(list),
  deleted: { state: 'deleted' },
})
