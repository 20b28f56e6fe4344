import { type Catalogue, translator } from '#contract/texts/catalogue.ts'
import { formatDate, formatTime } from '#contract/texts/format.ts'
import { tabAdmin } from '#contract/texts/tab-admin.ts'
import type { Language } from '#domain/codes.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { Instant, ListCode } from '#domain/model.ts'

const texts = {
  unreadableRow: {
    nb: 'Rad {itemId} i lista «{list}» kan ikke leses: kolonnen «{column}» inneholder «{detail}». Rett den i SharePoint.',
    nn: 'Rad {itemId} i lista «{list}» kan ikkje lesast: kolonnen «{column}» inneheld «{detail}». Rett han i SharePoint.',
    en: 'Row {itemId} of the list “{list}” cannot be read: the column “{column}” holds “{detail}”. Correct it in SharePoint.',
  },
  emptyCell: {
    nb: 'Rad {itemId} i lista «{list}» kan ikke leses: kolonnen «{column}» er tom. Fyll den ut i SharePoint.',
    nn: 'Rad {itemId} i lista «{list}» kan ikkje lesast: kolonnen «{column}» er tom. Fyll han ut i SharePoint.',
    en: 'Row {itemId} of the list “{list}” cannot be read: the column “{column}” is empty. Fill it in in SharePoint.',
  },
  listMissing: {
    nb: 'Lista «{detail}» finnes ikke. Be IT kjøre «puls provision».',
    nn: 'Lista «{detail}» finst ikkje. Be IT køyre «puls provision».',
    en: 'The list “{detail}” does not exist. Ask IT to run “puls provision”.',
  },
  columnMissing: {
    nb: 'Kolonnen «{column}» mangler i lista «{list}». Be IT kjøre «puls provision».',
    nn: 'Kolonnen «{column}» manglar i lista «{list}». Be IT køyre «puls provision».',
    en: 'The column “{column}” is missing in the list “{list}”. Ask IT to run “puls provision”.',
  },
  unfinishedAct: {
    nb: 'En lagring som {name} begynte {since}, ble ikke ferdig: {rows}. Radene teller ikke ennå. Gjør det samme på nytt, så fullføres den. Skal radene stå som de er, tøm kolonnen «Handling» på dem i SharePoint; skal de bort, slett dem.',
    nn: 'Ei lagring som {name} tok til med {since}, vart ikkje ferdig: {rows}. Radene tel ikkje enno. Gjer det same på nytt, så blir ho fullført. Skal radene stå som dei er, tøm kolonnen «Handling» på dei i SharePoint; skal dei bort, slett dei.',
    en: 'Something that {name} began to save {since} was not finished: {rows}. The rows do not count yet. Do it again to complete it; or empty the column “Handling” of the rows in SharePoint to let them stand as they are; or delete them.',
  },
} satisfies Catalogue

interface Fault {
  list: string
  itemId: string
  column: string | null
  code: 'unreadableRow' | 'listMissing' | 'columnMissing' | 'unfinishedAct'
  detail: string
  act?: { personId: string; since: Instant; rows: readonly { list: ListCode; key: string }[] }
}

const quoted = (text: string, language: Language): string => (language === 'en' ? `“${text}”` : `«${text}»`)

/** An act of many rows is told by the first few. */
const ROWS_TOLD = 3

/**
 * What the office reads about a row that could not be read: which, why, and where to mend it. `nameOf` gives the name of who
 * began what was not finished.
 */
export function sentenceOfFault(fault: Fault, language: Language, nameOf: (personId: string) => string): string {
  const say = translator(texts, language)
  if (fault.act) {
    const { personId, since, rows } = fault.act
    const listName = translator(tabAdmin, language)
    const told = rows.slice(0, ROWS_TOLD).map(({ list, key }) => `${listName(`list.${list}`)} ${quoted(key, language)}`)
    const more = rows.length > ROWS_TOLD ? ` +${rows.length - ROWS_TOLD}` : ''
    return say('unfinishedAct', {
      name: nameOf(personId),
      since: `${formatDate(civilDateOf(since), language)} ${formatTime(since)}`,
      rows: `${told.join(', ')}${more}`,
    })
  }
  const key = fault.code === 'unreadableRow' && fault.detail === 'empty' ? 'emptyCell' : fault.code
  return say(key, { list: fault.list, itemId: fault.itemId, column: fault.column ?? '', detail: fault.detail })
}
