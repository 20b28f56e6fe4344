import type { Language } from '#contract/codes.ts'
import type { Cell } from '#contract/csv.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatMoney, formatValue } from '#contract/texts/format.ts'
import type { tabBenefits } from '#contract/texts/tab-benefits.ts'
import type { words } from '#contract/texts/words.ts'
import type { Listed } from './choices.ts'

export interface BenefitSay {
  say: Translator<typeof tabBenefits>
  sayWords: Translator<typeof words>
  language: Language
}

/** An amount of a benefit as it is written; a drawback's with a minus. «–» for what is not known. */
export function amountWords(amount: number | null, { unit, drawback, project }: Listed, { sayWords, language }: BenefitSay): string {
  if (amount === null) return '–'
  const signed = drawback ? -Math.abs(amount) : amount
  if (unit === null || unit === 'kr') return formatMoney(signed, project.currency, language)
  return formatValue(signed, sayWords(`amountUnit.${unit}`), language)
}

/** How it is taken out, in a word; what nobody has said is said so. */
export const takeOutWord = ({ takeOut }: Pick<Listed, 'takeOut'>, { say, sayWords }: BenefitSay): string =>
  takeOut === null ? say('views.undecided').toLocaleLowerCase('nb') : sayWords(`takeOut.${takeOut}`)

/** What is shown as a table for a spreadsheet: a heading row, then one benefit a row with a pair of columns for every year. */
export function tableOf(rows: readonly Listed[], programmes: ReadonlyMap<string, string>, words: BenefitSay): Cell[][] {
  const { say, sayWords } = words
  const years = [...new Set(rows.flatMap((row) => row.years.map(({ year }) => year)))].sort()
  const head = [
    say('csv.project'),
    say('csv.programme'),
    say('csv.area'),
    say('column.benefit'),
    say('csv.drawback'),
    say('filter.category'),
    say('filter.level'),
    say('group.takeOut'),
    say('csv.state'),
    say('column.owner'),
    say('csv.unit'),
    say('csv.priceYear'),
    say('column.course'),
    say('csv.lacks'),
    say('csv.countedIn'),
    ...years.flatMap((year) => [say('column.planned', { year }), say('column.realised', { year })]),
  ]
  return [head, ...rows.map((row) => cellsOf(row, years))]

  function cellsOf(row: Listed, of: readonly string[]): Cell[] {
    const sign = row.drawback ? -1 : 1
    return [
      row.project.title,
      programmes.get(row.project.programmeKey ?? '') ?? '',
      row.area,
      row.title,
      row.drawback ? say('csv.yes') : '',
      sayWords(`category.${row.category}`),
      sayWords(`level.${row.level}`),
      takeOutWord(row, words),
      say(`state.${row.state}`),
      row.ownerName,
      row.unit === null
        ? ''
        : row.unit === 'kr'
          ? row.project.currency === 'NOK'
            ? 'kr'
            : row.project.currency
          : sayWords(`amountUnit.${row.unit}`),
      row.priceYear,
      row.course === null ? '' : sayWords(`course.${row.course}`),
      row.lacks.map((lack) => say(`lack.${lack}`)).join(', '),
      row.countedIn?.title ?? '',
      ...of.flatMap((year): Cell[] => {
        const found = row.years.find((one) => one.year === year)
        const { planned = null, realised = null } = found ?? {}
        return [planned === null ? null : planned * sign, realised === null ? null : realised * sign]
      }),
    ]
  }
}
