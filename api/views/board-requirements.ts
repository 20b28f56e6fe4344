import type { BoardCase } from '#contract/board-view.ts'
import type { WordSet } from '#contract/texts/catalogue.ts'
import { checklistText, lackText } from '#contract/texts/method.ts'
import type { DatedDecision } from '#domain/agenda.ts'
import type { Language } from '#domain/codes.ts'
import { type Readiness, readinessOf } from '#domain/decision-points.ts'
import type { Project } from '#domain/model.ts'
import { personName, type ViewContext } from './context.ts'
import { lackViewOf } from './decision.ts'

/** What a point asks for and how much of it is there; a case of the board itself asks for nothing of its own. */
export function boardRequirements(
  context: ViewContext,
  project: Project,
  { point, planned }: Pick<DatedDecision, 'point' | 'planned'>,
  language: Language,
): BoardCase['requirements'] {
  const { facts } = context
  const { words } = context.settings
  const readiness = readinessOf(point, project, facts, { checklist: planned?.checklist ?? [], waivers: planned?.waivers ?? [] })
  if (!readiness) return { all: 0, done: 0, missing: [], waivers: [] }
  const textOf = (lack: (typeof readiness.lacks)[number]): string => lackViewOf(context, lack, project, language).text
  return {
    all: readiness.checklist.length,
    done: readiness.checklist.filter(({ done }) => done).length,
    missing: [...readiness.lacks.filter((lack) => !isDocument(lack)).map(textOf), ...documentLine(readiness, language, words)],
    waivers: readiness.waived.map(({ lack, waiver }) => ({
      text: textOf({ ...lack, waivable: true }),
      waiver: { rule: waiver.rule, reason: waiver.reason, by: { personId: waiver.byId, name: personName(facts, waiver.byId) } },
    })),
  }
}

const isDocument = ({ code }: Readiness['lacks'][number]): boolean => code === 'documentMissing'

/** The documents that are missing, as one sentence: a paper is read, not worked through. */
function documentLine({ lacks, point }: Readiness, language: Language, words: WordSet): string[] {
  const missing = lacks.filter(isDocument)
  const first = missing[0]
  if (!first) return []
  const names = missing.map(({ rule }) => checklistText(point.checklist.find((item) => item.rule === rule) ?? { rule }, language, words))
  return [lackText(first, null, language, words, { rule: first.rule, title: { [language]: names.join(', ') } })]
}
