import { LISTS } from '#data/lists.ts'
import type { ListCode } from '#domain/model.ts'
import type { ReadFault } from '#usecases/ports.ts'
import { sentenceOfFault } from '#views/read-faults.ts'
import type { ProvisionReport } from '../lists/provision.ts'

/** One thing the doctor found: what is wrong and what to do about it. */
export interface Finding {
  code: string
  level: 'error' | 'warning'
  text: string
}

const error = (code: string, text: string): Finding => ({ code, level: 'error', text })
const warning = (code: string, text: string): Finding => ({ code, level: 'warning', text })

const SITE_ADVICE: Record<string, string> = {
  unauthorised: 'Entra or Graph does not accept the app. Check tenant id, client id and credential.',
  forbidden: 'The app has no right to the site. Consent to Sites.Selected and grant it «write» on this one site (docs/deploy.md, step 5).',
  notFound: 'There is no site at this address. Check PULS_SITE_URL.',
  unavailable: 'Graph does not answer. Try again; if it lasts, look at the service health of Microsoft 365.',
  throttled: 'Graph throttles the app. Wait the time it asks for and try again.',
  siteUrlInvalid: 'The address of the site is no address. Write it as https://kommune.sharepoint.com/sites/prosjektpuls.',
  newerSchema:
    'The lists have been made ready for a later version of Prosjektpuls. Put that version into use; this one must not write in them.',
}

/** What to do when the site or its lists could not even be read. */
export function siteFinding(fault: { code: string; detail: string }): Finding {
  if (fault.detail.startsWith('noToken')) {
    const word = fault.detail.slice('noToken'.length).trim()
    return error(
      'noToken',
      `Entra gives the app no token${word === '' ? '' : ` (${word})`}. Check tenant id, client id and certificate, that the certificate has not expired, and that an administrator has consented.`,
    )
  }
  return error(fault.code, SITE_ADVICE[fault.code] ?? `Graph refused: ${fault.code} ${fault.detail}. Try again, and report it if it lasts.`)
}

/** What the site lacks of lists, columns and indexes. */
export function schemaFindings({ createdLists, createdColumns, differing }: ProvisionReport): Finding[] {
  return [
    ...createdLists.map((list) => error('listMissing', `The list «${list}» is missing. Run «puls provision».`)),
    ...createdColumns.map(({ list, column }) =>
      error('columnMissing', `The column «${column}» is missing in «${list}». Run «puls provision».`),
    ),
    ...differing.map(({ list, column, what }) => {
      switch (what) {
        case 'notIndexed':
          return warning(
            what,
            `The column «${column}» in «${list}» is not indexed. Index it in the list settings before the list has 5 000 rows.`,
          )
        case 'notUnique':
          return error(
            what,
            `The column «${column}» in «${list}» does not enforce unique values. Switch that on in the column settings; without it two answers may both be stored.`,
          )
        default:
          return error(
            what,
            `The column «${column}» in «${list}» is of another type than meant. Rename the list, run «puls provision» to get a new one, and move the rows by hand.`,
          )
      }
    }),
  ]
}

/** SharePoint's list view threshold, and the size from which an index can no longer be added (graph.md §1.7). */
const VIEW_THRESHOLD = 5000
const INDEX_LIMIT = 20_000
/** How near a limit is worth a word. */
const NEAR = 0.8

/** A list that grows towards a limit while a column is not indexed. */
export function sizeFinding(list: string, rows: number, unindexed: readonly string[]): Finding | null {
  if (unindexed.length === 0 || rows < VIEW_THRESHOLD * NEAR) return null
  const columns = unindexed.map((column) => `«${column}»`).join(', ')
  if (rows >= INDEX_LIMIT) {
    return error(
      'tooLargeToIndex',
      `«${list}» has ${rows} rows and ${columns} without index, and an index can no longer be added. Move old rows out until fewer than 20 000 are left, index the column, and move them back.`,
    )
  }
  return error(
    'nearThreshold',
    `«${list}» has ${rows} rows and ${columns} without index. Index it in the list settings now: from 5 000 rows on searches are refused, from 20 000 no index can be added.`,
  )
}

/** More than this, and tokens are refused and dates in cards are wrong. */
const SKEW_SECONDS = 120

/** Whether this machine's clock and Graph's agree. `serverDate` is the Date header of an answer that came at `now`. */
export function clockFinding(serverDate: string | null, now: string): Finding | null {
  const skew = serverDate === null ? Number.NaN : (Date.parse(now) - Date.parse(serverDate)) / 1000
  if (!(Math.abs(skew) > SKEW_SECONDS)) return null
  const minutes = Math.round(Math.abs(skew) / 60)
  return error(
    'clockSkew',
    `The clock of this machine is ${minutes} minutes ${skew > 0 ? 'ahead of' : 'behind'} Microsoft's. Set it by a time server; until then tokens may be refused and nudges come at the wrong time.`,
  )
}

/** A row that could not be read or whose key is taken, or an act that was not finished. */
export function rowFinding(fault: ReadFault): Finding | null {
  if (fault.code === 'unfinishedAct') {
    return warning(
      'unfinishedAct',
      sentenceOfFault(fault, 'en', (personId) => `the person ${personId}`),
    )
  }
  if (fault.code !== 'unreadableRow') return null
  const list = LISTS[fault.list].display
  if (fault.column === 'key' && fault.detail !== 'empty') {
    return error(
      'duplicateKey',
      `Row ${fault.itemId} of «${list}» has the key «${fault.detail}» that another row has already; only the first is used. Compare the two in SharePoint and delete one.`,
    )
  }
  return warning('unreadableRow', sentenceOfFault({ ...fault, list }, 'en', String))
}

/** Someone who stands as responsible and is no longer in the directory. The id tells who; a log carries no names. */
export const goneFinding = (personId: string, key: string): Finding =>
  warning(
    'personGone',
    `The person ${personId} (row «${key}» in «${LISTS.people.display}») is no longer in the directory. Hand over what they are responsible for, and empty their roles.`,
  )

export const directoryClosed: Finding = warning(
  'directoryClosed',
  'The app may not look people up. Consent to User.Read.All for the app, or accept that those who have left are not found here.',
)

export const readOnly: Finding = error(
  'readOnly',
  'The app may read the lists but not write in them. Grant it «write» on the site (docs/deploy.md, step 5).',
)

export const officeMissing: Finding = warning(
  'officeMissing',
  'Nobody has the role «office». Write it in the column Roller of the list Personer for the portfolio office.',
)

/** Lists that hold rows written by a later version than this one. */
export const newerRows = (list: ListCode, version: number): Finding =>
  error(
    'newerRows',
    `«${LISTS[list].display}» has rows written by version ${version} of the schema, later than this one. Put the newest Prosjektpuls into use everywhere.`,
  )
