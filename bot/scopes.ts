import type { botTexts } from '#contract/texts/bot.ts'
import type { translator } from '#contract/texts/catalogue.ts'
import type { Facts } from '#domain/facts.ts'
import type { SummaryScope } from '#usecases/subscription.ts'
import { type Found, findByName, folded, type Named } from './names.ts'

type Bot = ReturnType<typeof translator<typeof botTexts>>

/** A scope that can be asked for by name. */
export interface NamedScope extends Named {
  scope: SummaryScope
}

/** Words that say which kind is meant; the rest is its name. */
const KINDS: Record<string, SummaryScope['kind']> = {
  program: 'programme',
  programmet: 'programme',
  programme: 'programme',
  omrade: 'area',
  omradet: 'area',
  area: 'area',
  prosjekt: 'project',
  prosjektet: 'project',
  project: 'project',
}
const WHOLE = ['', 'alt', 'alle', 'portefolje', 'portefoljen', 'hele portefoljen', 'heile portefoljen', 'portfolio', 'all', 'everything']

/** The programme, area or project a person names; the whole portfolio when none. Restricted projects, and programmes of nothing else, cannot be asked for. */
export function findScope(asked: string, facts: Facts): Found<NamedScope> {
  const whole: NamedScope = { key: 'portfolio', title: '', scope: { kind: 'portfolio', key: null } }
  if (WHOLE.includes(folded(asked))) return { found: 'one', one: whole }
  const [first = '', ...rest] = asked.trim().split(/\s+/)
  const word = folded(first)
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined
  const all = namedScopes(facts)
  const wanted =
    kind && rest.length > 0
      ? findByName(
          rest.join(' '),
          all.filter(({ scope }) => scope.kind === kind),
        )
      : null
  return wanted ?? findByName(asked, all)
}

function namedScopes(facts: Facts): NamedScope[] {
  const { programmes, projects } = facts.tables
  const open = [...projects.values()].filter(({ restricted }) => !restricted)
  const areas = [...new Set(open.map(({ area }) => area))].sort()
  return [
    ...[...programmes.values()]
      .filter((programme) => open.some(({ programmeKey }) => programmeKey === programme.key))
      .map(({ key, title }): NamedScope => ({ key: `programme:${key}`, title, scope: { kind: 'programme', key } })),
    ...areas.map((area): NamedScope => ({ key: `area:${area}`, title: area, scope: { kind: 'area', key: area } })),
    ...open.map(({ key, title }): NamedScope => ({ key: `project:${key}`, title, scope: { kind: 'project', key } })),
  ]
}

/** A scope in a sentence: «programmet Helse», without its name when that is not to be told. */
export const scopeWords = (scope: SummaryScope, title: string | null, bot: Bot): string =>
  scope.kind === 'portfolio' ? bot('scope.portfolio') : bot(`scope.${scope.kind}`, { title: title ?? '' }).trim()
