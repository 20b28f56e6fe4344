import { BATCH_ROUTES } from './batch-routes.ts'
import { COLUMN_ROUTES } from './column-routes.ts'
import { DELTA_ROUTES } from './delta-routes.ts'
import { ITEM_LIST_ROUTES } from './item-list-routes.ts'
import { ITEM_ROUTES } from './item-routes.ts'
import { LIST_ROUTES } from './list-routes.ts'
import { PERMISSION_ROUTES } from './permission-routes.ts'
import { PRESENCE_ROUTES } from './presence-routes.ts'
import type { Route } from './routing.ts'
import { SITE_ROUTES } from './site-routes.ts'
import { TEAMWORK_ROUTES } from './teamwork-routes.ts'
import { USER_ROUTES } from './user-routes.ts'

/** Everything the server answers. `…/items/delta` stands before `…/items/{item}`. */
export const ROUTES: readonly Route[] = [
  ...SITE_ROUTES,
  ...PERMISSION_ROUTES,
  ...LIST_ROUTES,
  ...COLUMN_ROUTES,
  ...DELTA_ROUTES,
  ...ITEM_LIST_ROUTES,
  ...ITEM_ROUTES,
  ...USER_ROUTES,
  ...TEAMWORK_ROUTES,
  ...PRESENCE_ROUTES,
  ...BATCH_ROUTES,
]
