/**
 * How we know: D Microsoft's documentation, M its metadata, I a reported issue, C a real payload or working code seen in public,
 * X tried with the official client, U not confirmed by anything: what a trial on a tenant should check first.
 */
export type Evidence = 'D' | 'M' | 'I' | 'C' | 'X' | 'U'

export interface Coverage {
  /** The route as the server registers it; absent for a behaviour of several routes. */
  route?: string
  behaviour: string
  /** `refused`: answered with a refusal, the real service's own where it has one, otherwise 501 notSupported. */
  status: 'supported' | 'refused'
  evidence: Evidence
  source?: string
  /** A test of this folder, by its name or the unchanging part of it. */
  test: string
  /** Set where the evidence is U: what a trial on a tenant should check first. */
  unverified?: true
  /** The fault switch (fault-schema.ts, or a name of otherwise.ts) that plays it, or plays it the other way round. */
  switch?: string
  /** Why an unverified row needs no switch: what the product does works either way. */
  eitherWay?: string
}

const ITEMS = '/sites/{site}/lists/{list}/items'

/** Every route and every behaviour the product relies on. A test keeps it complete. */
export const COVERAGE: Coverage[] = [
  // Who asks
  {
    behaviour: '401 InvalidAuthenticationToken without a valid token',
    status: 'refused',
    evidence: 'U',
    test: 'that is %s is answered 401',
    unverified: true,
    switch: 'expiredToken',
  },
  {
    behaviour: 'Sites.Selected needs a grant; read, write and owner give more and more',
    status: 'supported',
    evidence: 'D',
    source: 'permissions-selected-overview',
    test: 'an app with Sites.Selected has nothing without a grant',
  },
  {
    behaviour: 'creating lists and columns needs more than write',
    status: 'refused',
    evidence: 'D',
    source: 'list-create',
    test: 'to %s: the app with write, an administrator, a site owner, a person',
  },
  {
    behaviour: 'an app without User.ReadBasic.All reads no users',
    status: 'refused',
    evidence: 'D',
    test: 'an app without User.ReadBasic.All may not read users',
  },
  {
    behaviour: 'lastModifiedBy names the person or the application',
    status: 'supported',
    evidence: 'C',
    test: 'a person who writes stands in lastModifiedBy and in the log',
  },

  // Sites and permissions
  {
    route: 'GET /sites/{site}',
    behaviour: 'by path and by id',
    status: 'supported',
    evidence: 'D',
    test: 'is found by path and by id, through the official client',
  },
  {
    behaviour: 'a path continues after a second colon',
    status: 'supported',
    evidence: 'I',
    source: 'gd#9642',
    test: 'may be addressed past its path with another colon',
  },
  {
    behaviour: 'another host is 400, another site 404',
    status: 'refused',
    evidence: 'I',
    source: 'gd#3745',
    test: 'of another host is invalid, of another path not found',
  },
  {
    route: 'GET /sites/{site}/permissions',
    behaviour: 'lists what applications have been given',
    status: 'supported',
    evidence: 'D',
    source: 'site-list-permissions',
    test: 'are given and listed by an administrator only',
  },
  {
    route: 'POST /sites/{site}/permissions',
    behaviour: 'gives an application roles; again replaces them',
    status: 'supported',
    evidence: 'D',
    source: 'site-post-permissions',
    test: 'are given and listed by an administrator only',
  },

  // Lists and columns
  {
    route: 'POST /sites/{site}/lists',
    behaviour: 'genericList with columns, which are not echoed',
    status: 'supported',
    evidence: 'C',
    test: 'is created without echoing its columns and found by id, title and filter',
  },
  {
    route: 'GET /sites/{site}/lists',
    behaviour: 'all lists, $filter displayName eq',
    status: 'supported',
    evidence: 'I',
    source: 'gd#9836',
    test: 'is created without echoing its columns and found by id, title and filter',
  },
  {
    route: 'GET /sites/{site}/lists/{list}',
    behaviour: 'by GUID or title',
    status: 'supported',
    evidence: 'C',
    test: 'is created without echoing its columns and found by id, title and filter',
  },
  {
    behaviour: 'name instead of displayName, an unknown template',
    status: 'refused',
    evidence: 'I',
    source: 'gdc#8113',
    test: 'is refused with %s, and nothing of it stays',
  },
  {
    behaviour: 'a title that is taken is 409 nameAlreadyExists',
    status: 'refused',
    evidence: 'U',
    test: 'cannot take a title that is taken, in whatever case',
    unverified: true,
    eitherWay: 'provisioning looks before it creates, and stops at any refusal',
  },
  {
    behaviour: 'any other filter on lists',
    status: 'refused',
    evidence: 'I',
    source: 'gd#9836',
    test: 'can be filtered by nothing but its title',
  },
  {
    route: 'GET /sites/{site}/lists/{list}/columns',
    behaviour: 'with the built-in columns, without hidden ones',
    status: 'supported',
    evidence: 'D',
    source: 'columnDefinition',
    test: 'are listed with the built-in ones, hidden ones left out, and can be added afterwards',
  },
  {
    route: 'POST /sites/{site}/lists/{list}/columns',
    behaviour: 'text, note, number, boolean, dateTime, choice',
    status: 'supported',
    evidence: 'D',
    source: 'list-post-columns',
    test: 'are listed with the built-in ones, hidden ones left out, and can be added afterwards',
  },
  {
    behaviour: 'a column name that is taken',
    status: 'refused',
    evidence: 'U',
    test: 'cannot be added twice',
    unverified: true,
    eitherWay: 'provisioning compares the columns first and adds only what is missing',
  },
  {
    behaviour: 'internal names are escaped and cut at 32 characters',
    status: 'supported',
    evidence: 'I',
    source: 'office365-rest-python-client#262',
    test: 'called %s gets the internal name %s, cut at 32 characters',
  },
  { behaviour: 'defaultValue is ignored', status: 'supported', evidence: 'I', source: 'gd#12827', test: 'ignores a default value' },
  {
    behaviour: 'facets are mutually exclusive, unique needs indexed',
    status: 'refused',
    evidence: 'D',
    source: 'columnDefinition',
    test: 'with %s is refused',
  },
  { behaviour: 'at most 20 indexes', status: 'refused', evidence: 'D', test: 'hold at most 20 indexes' },
  {
    behaviour: 'lookup, person, currency, link, calculated, term and thumbnail columns',
    status: 'refused',
    evidence: 'M',
    test: 'with the facet %s is refused by name as not supported',
  },
  {
    behaviour: 'several choices, dates without time, rich text',
    status: 'refused',
    evidence: 'M',
    test: 'with %s is refused as not supported',
  },
  {
    behaviour: '$select on sites, lists and columns',
    status: 'supported',
    evidence: 'D',
    test: 'is shown with what $select names, and so are sites and columns',
  },

  // Items
  {
    route: `POST ${ITEMS}`,
    behaviour: '201 with the whole item, fields included',
    status: 'supported',
    evidence: 'C',
    test: 'is created with all its fields in the answer, numbers as numbers, empty ones left out',
  },
  {
    route: `GET ${ITEMS}/{item}`,
    behaviour: 'no fields, all fields or $select of fields',
    status: 'supported',
    evidence: 'D',
    source: 'listitem-list',
    test: 'is read without fields, with all of them, or with those asked for',
  },
  {
    route: `PATCH ${ITEMS}/{item}/fields`,
    behaviour: '200 fieldValueSet; If-Match mismatch is 412',
    status: 'supported',
    evidence: 'D',
    source: 'listitem-update',
    test: 'is changed under If-Match and answers with its fields; a stale or quoted ETag is 412 and changes nothing',
  },
  {
    behaviour: 'without If-Match the last writer wins',
    status: 'supported',
    evidence: 'D',
    test: 'is overwritten silently without If-Match, and under *',
  },
  {
    route: `DELETE ${ITEMS}/{item}`,
    behaviour: '204, ids are not used again',
    status: 'supported',
    evidence: 'D',
    test: 'is deleted, its id never used again',
  },
  {
    behaviour: 'unique text is compared without regard to case; a repeat is 400',
    status: 'refused',
    evidence: 'I',
    source: 'sdk-dotnet#790',
    test: 'may not repeat a unique value, in whatever case, on creation or update',
  },
  {
    behaviour: 'unknown fields and broken bodies',
    status: 'refused',
    evidence: 'I',
    source: 'sdk-java#2054',
    test: 'is refused with an unknown field, a long text or a broken body',
  },
  {
    behaviour: 'single lines hold 255 characters; read-only fields, null on creation, wrong types',
    status: 'refused',
    evidence: 'I',
    source: 'sdk-dotnet-core#656',
    test: 'are refused for %s',
  },
  {
    behaviour: 'null clears on update',
    status: 'supported',
    evidence: 'U',
    test: 'are emptied by null on update, and by an empty text',
    unverified: true,
    switch: 'nullRefused',
  },
  { behaviour: 'instants are kept in whole seconds', status: 'supported', evidence: 'C', test: 'keep an instant in whole seconds' },
  {
    behaviour: 'fields with several values',
    status: 'refused',
    evidence: 'M',
    test: 'are refused as not supported when they hold several values',
  },
  {
    behaviour: 'a choice outside the list of choices',
    status: 'refused',
    evidence: 'U',
    test: 'are refused for %s',
    unverified: true,
    switch: 'choicesFree',
  },

  // Pages and filters
  {
    route: `GET ${ITEMS}`,
    behaviour: '200 to a page, nextLink to https://graph.microsoft.com with "after item n"',
    status: 'supported',
    evidence: 'C',
    test: 'hold 200 by default and are walked by PageIterator over several pages',
  },
  {
    behaviour: 'PageIterator drops headers after the first page',
    status: 'supported',
    evidence: 'X',
    test: 'need the Prefer header again on every page of a filter without index',
  },
  { behaviour: 'deleted rows do not shift pages', status: 'supported', evidence: 'C', test: 'are not shifted by a deletion' },
  {
    behaviour: '$count and $skip',
    status: 'refused',
    evidence: 'I',
    source: 'pnpjs#2432',
    test: 'refuse %s in the words of the real service',
  },
  {
    behaviour: '$orderby and other expansions',
    status: 'refused',
    evidence: 'D',
    source: 'listitem-list',
    test: 'refuse $orderby and other expansions as not supported',
  },
  {
    behaviour: 'eq ne lt gt le ge startswith on an indexed column',
    status: 'supported',
    evidence: 'D',
    source: 'listitem-list',
    test: 'on an indexed column finds %s',
  },
  {
    behaviour: 'the client does not encode option values',
    status: 'supported',
    evidence: 'X',
    test: 'takes quotes and special characters when the value is encoded by the caller',
  },
  {
    behaviour: 'a column without index needs the Prefer header',
    status: 'refused',
    evidence: 'I',
    source: 'gd#2279',
    test: 'on a column without index is refused in the words of the real service unless the Prefer header is there',
  },
  { behaviour: 'one indexed field at a time', status: 'refused', evidence: 'D', source: 'listitem-list', test: 'is refused with %s' },
  {
    behaviour: 'contains, endswith, in, a path without fields/',
    status: 'refused',
    evidence: 'I',
    source: 'gd#7040',
    test: 'is invalid as the real service has it: %s',
  },
  {
    behaviour: 'or, not, parentheses, null in filters',
    status: 'refused',
    evidence: 'U',
    test: 'says that it does not play: %s',
    unverified: true,
    eitherWay: 'the product does not use them',
  },
  {
    behaviour: 'above the list view threshold: 429, not 400',
    status: 'refused',
    evidence: 'I',
    source: 'sdk-dotnet#827',
    test: 'is throttled when it touches more rows than the list view threshold',
    switch: 'threshold',
  },

  // Delta
  {
    route: `GET ${ITEMS}/delta`,
    behaviour: 'pages, then a deltaLink; deleted items without fields',
    status: 'supported',
    evidence: 'D',
    source: 'listitem-delta',
    test: 'enumerates everything in pages, then tells what is new, changed and deleted, with the options of the first request',
  },
  {
    behaviour: 'token=latest gives an empty page and a link',
    status: 'supported',
    evidence: 'D',
    source: 'listitem-delta',
    test: 'gives an empty page and a link for token=latest; a change made while paging is told afterwards',
  },
  {
    behaviour: 'an item may appear more than once: the last one counts',
    status: 'supported',
    evidence: 'D',
    source: 'listitem-delta',
    test: 'tells of an item changed or deleted between two pages of the first enumeration',
  },
  {
    behaviour: 'the options of the first request hold for its links',
    status: 'supported',
    evidence: 'U',
    test: 'enumerates everything in pages, then tells what is new, changed and deleted, with the options of the first request',
    unverified: true,
    switch: 'deltaForgetsOptions',
  },
  {
    behaviour: 'no fields without $expand, never lastModifiedBy',
    status: 'supported',
    evidence: 'I',
    source: 'learn answers 5768708',
    test: 'shows items without fields unless they are expanded, and never who changed them last',
  },
  {
    behaviour: '410 with Location when a token cannot be continued',
    status: 'refused',
    evidence: 'D',
    source: 'listitem-delta',
    test: 'answers 410 with a place to begin anew for a token of another list, and 400 for no token at all',
    switch: 'foreignTokenInvalid',
  },
  {
    behaviour: 'one resource unit with a token, two without',
    status: 'supported',
    evidence: 'D',
    source: 'how-to-avoid-getting-throttled',
    test: 'costs one resource unit with a token and two without',
  },

  // Users
  {
    route: 'GET /users/{user}',
    behaviour: 'by id, $select; someone who has left is 404',
    status: 'supported',
    evidence: 'U',
    test: 'are read by id with what is asked for',
    unverified: true,
    eitherWay: 'no part of the product reads the directory',
  },
  {
    route: 'GET /users',
    behaviour: '$filter startswith, $search with ConsistencyLevel, pages',
    status: 'supported',
    evidence: 'U',
    test: 'come in pages, and are searched only with ConsistencyLevel: eventual',
    unverified: true,
    eitherWay: 'no part of the product reads the directory',
  },

  // Batch and faults
  {
    route: 'POST /$batch',
    behaviour: 'answers, costs and versions of inner requests',
    status: 'supported',
    evidence: 'D',
    source: 'json-batching',
    test: 'answers each request for itself, and pays for each',
  },
  {
    behaviour: 'dependsOn: 424 when the other failed',
    status: 'supported',
    evidence: 'D',
    source: 'json-batching',
    test: 'holds back what depends on a failed request',
  },
  {
    behaviour: 'an inner 429 carries its own Retry-After',
    status: 'supported',
    evidence: 'I',
    source: 'elastic/connectors#4138',
    test: 'lets an inner request be throttled with its own Retry-After',
  },
  { behaviour: 'more than 20 requests', status: 'refused', evidence: 'D', source: 'json-batching', test: 'takes at most 20 requests' },
  {
    behaviour: 'the client repeats POST on 429 and 504',
    status: 'supported',
    evidence: 'X',
    test: '504 after commit makes the client repeat a write that has been done; a unique key keeps it to one item',
  },
  {
    behaviour: '429 without Retry-After',
    status: 'supported',
    evidence: 'I',
    source: 'OneDrive#1307',
    test: 'leave Retry-After out when none is named',
    switch: 'throttle',
  },

  // Throttling, and what may befall any request
  {
    behaviour: 'resource units by the minute; RateLimit headers from 80 %, then 429 with Retry-After',
    status: 'supported',
    evidence: 'D',
    source: 'how-to-avoid-getting-throttled',
    test: 'tells what is left from 80 % on, throttles beyond it, and begins anew with the next minute',
    switch: 'budget',
  },
  {
    behaviour: 'throttled requests cost too',
    status: 'supported',
    evidence: 'D',
    source: 'how-to-avoid-getting-throttled',
    test: 'counts what was throttled as well',
    switch: 'budget',
  },
  {
    behaviour: 'each request of a batch pays for itself',
    status: 'supported',
    evidence: 'D',
    source: 'how-to-avoid-getting-throttled',
    test: 'is spent by each request of a batch',
    switch: 'budget',
  },
  {
    behaviour: 'a minute is a fixed window that begins with its first request',
    status: 'supported',
    evidence: 'U',
    test: 'says nothing below 80 %, then what is left, and throttles what goes beyond it until the minute is over',
    unverified: true,
    eitherWay: 'the client obeys Retry-After and RateLimit-Reset, whatever they are counted from',
  },
  {
    behaviour: 'a request of a batch says 429 though it was done',
    status: 'supported',
    evidence: 'I',
    source: 'learn answers 5529013',
    test: 'report 429 for a write of a batch that was done',
    switch: 'throttle',
  },
  {
    behaviour: 'a request of a batch gets no answer',
    status: 'supported',
    evidence: 'U',
    test: 'leave a request of a batch without an answer, done or not done',
    unverified: true,
    switch: 'batchDrop',
  },
  {
    behaviour: 'any error status, before the work or after it',
    status: 'supported',
    evidence: 'I',
    source: 'graph.md 7',
    test: 'can let the work be done and lose the answer',
    switch: 'status',
  },
  {
    behaviour: 'a connection that is cut',
    status: 'supported',
    evidence: 'U',
    test: 'a cut connection after the work is an error without status, and the item is there',
    unverified: true,
    switch: 'cut',
  },
  { behaviour: 'slow answers', status: 'supported', evidence: 'D', test: 'an answer can be slow', switch: 'delayMs' },
  {
    behaviour: 'a token that expires between two requests',
    status: 'refused',
    evidence: 'U',
    test: 'is 401 for an expired token, inside and outside of a batch',
    unverified: true,
    switch: 'expiredToken',
  },
  {
    behaviour: 'a grant that is taken back',
    status: 'refused',
    evidence: 'D',
    source: 'permissions-selected-overview',
    test: 'is 403 for the application when its grant is revoked, and not for an administrator',
    switch: 'revokedGrant',
  },
  {
    behaviour: 'the answer to a new item shows shifted dates',
    status: 'supported',
    evidence: 'I',
    source: 'gd#13168, gd#5293, gd#10950',
    test: 'show shifted dates after a creation, and the right ones afterwards',
    switch: 'staleDates',
  },
  {
    behaviour: 'a new list lacks columns that were asked for',
    status: 'supported',
    evidence: 'I',
    source: 'gd#11966',
    test: 'make a list and leave columns out, all or those named; they can be added afterwards',
    switch: 'missingColumns',
  },
  {
    behaviour: 'delta puts an error among the items of a 200',
    status: 'supported',
    evidence: 'I',
    source: 'msgraph-sdk-typescript#544',
    test: 'put an error among the items of delta, inside a 200',
    switch: 'deltaError',
  },
  {
    behaviour: 'pages lag behind writes; one item by its id does not',
    status: 'supported',
    evidence: 'U',
    test: 'are not on pages for a while, though the item itself is current',
    unverified: true,
    switch: 'replicationDelayMs',
  },
  {
    behaviour: 'delta lags behind writes and misses none',
    status: 'supported',
    evidence: 'U',
    test: 'are told by delta later, once',
    unverified: true,
    switch: 'replicationDelayMs',
  },
  {
    behaviour: 'two inserts of one unique value at once may both be stored',
    status: 'supported',
    evidence: 'U',
    test: 'are one too many, unless the race is switched on: then both are stored',
    unverified: true,
    switch: 'uniqueRaceMs',
  },
  {
    behaviour: 'no new index on a list of more than 20 000 items',
    status: 'refused',
    evidence: 'U',
    test: 'of a new index depend on the size of the list',
    unverified: true,
    switch: 'indexLimit',
  },

  // Not played
  { behaviour: 'subscriptions, /me, sites/root and other routes of Graph', status: 'refused', evidence: 'M', test: '%s says so' },
]
