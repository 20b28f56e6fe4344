import { type Catalogue, translator } from '#contract/texts/catalogue.ts'
import type { Language } from '#domain/codes.ts'

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
} satisfies Catalogue

/** What the office reads about a row that could not be read: which, why, and where to mend it. */
export function sentenceOfFault(
  fault: { list: string; itemId: string; column: string | null; code: 'unreadableRow' | 'listMissing' | 'columnMissing'; detail: string },
  language: Language,
): string {
  const say = translator(texts, language)
  const key = fault.code === 'unreadableRow' && fault.detail === 'empty' ? 'emptyCell' : fault.code
  return say(key, { list: fault.list, itemId: fault.itemId, column: fault.column ?? '', detail: fault.detail })
}
