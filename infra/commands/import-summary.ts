import type { ImportView } from '#contract/views.ts'

const MOST_SHOWN = 50

/** What an import came to, in bokmål, for the terminal. */
export function importSummary(view: ImportView): string {
  const { kind, dryRun, rows, imported, updated, unchanged, rejected, assumed, projects } = view
  const head = `${kind === 'workbook' ? 'Gevinstverktøy' : 'Tabell'}: ${rows} ${kind === 'workbook' ? 'ting' : 'rader'} lest, ${imported} nye, ${updated} endret, ${unchanged} uendret, ${rejected.length} avvist.`
  const lines = [dryRun ? `${head} Prøvekjøring: ingenting er lagret.` : head]
  if (projects.length > 0) lines.push(`Prosjekter: ${shortened(projects.map(({ title }) => title)).join(', ')}`)
  if (rejected.length > 0) {
    lines.push('', 'Ikke hentet:')
    lines.push(...shortened(rejected.map(({ sheet, row, column, text }) => `  ${placeText(sheet, row, column)}: ${text}`)))
  }
  if (assumed.length > 0) {
    lines.push('', 'Antatt, se over:')
    lines.push(...shortened(assumed.map(({ sheet, row, text }) => `  ${placeText(sheet, row, null)}: ${text}`)))
  }
  return `${lines.join('\n')}\n`
}

const placeText = (sheet: string, row: number | null, column: string | null): string =>
  [sheet, row === null ? null : `rad ${row}`, column === null ? null : `kolonne ${column}`].filter((part) => part !== null).join(', ')

const shortened = (lines: string[]): string[] =>
  lines.length <= MOST_SHOWN ? lines : [...lines.slice(0, MOST_SHOWN), `  … og ${lines.length - MOST_SHOWN} til (--json viser alt)`]
