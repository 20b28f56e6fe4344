import type { DocumentLine } from '#contract/documents.ts'
import { checklistText } from '#contract/texts/method.ts'
import type { Language } from '#domain/codes.ts'
import { documentLines } from '#domain/documents.ts'
import type { Project } from '#domain/model.ts'
import type { ViewContext } from './context.ts'

/** What a project's documents can answer, by the municipality's own words, and what the next point still lacks. */
export const documentLinesView = ({ facts, settings }: ViewContext, project: Project, language: Language): DocumentLine[] =>
  documentLines(project, facts).map(({ rule, title, isNext, isMissing }) => ({
    rule,
    text: checklistText(title === undefined ? { rule } : { rule, title }, language, settings.words),
    isNext,
    isMissing,
  }))
