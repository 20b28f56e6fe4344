import { useState } from 'react'
import { type ReportRowName, reportRowName } from '#contract/codes.ts'
import type { ReportDraftView } from '#contract/report-draft-view.ts'
import { formatMonth } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { words } from '#contract/texts/words.ts'
import { type ProjectView, type PublishedView, publishedView } from '#contract/views.ts'
import type { ApiFault } from '../../api-client.ts'
import { type DraftState, useDraft } from '../../app/drafts.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import { goOnWith, type Lack, lacksOf, NUMBER_FIELDS, type ReportDraft, requestOf, seenVersion, startFrom } from './report-draft.ts'

export interface ReportFormState {
  draft: ReportDraft
  unsaved: DraftState
  change: (part: Partial<ReportDraft>) => void
  changeRow: (row: ReportRowName, part: Partial<ReportDraft['rows'][ReportRowName]>) => void
  corrects: boolean
  /** Sentence per field: a row's name, a number's name or `reason`. */
  complaints: Readonly<Record<string, string>>
  /** A sentence that belongs to no field. */
  fault: string | null
  /** Somebody published this month meanwhile. */
  stale: boolean
  previewing: boolean
  publishing: boolean
  preview: () => boolean
  edit: () => void
  publish: () => Promise<void>
}

const isField = (field: string): boolean =>
  (reportRowName.options as readonly string[]).includes(field) || (NUMBER_FIELDS as readonly string[]).includes(field) || field === 'reason'

/** The report being written. What is typed stays through every refusal and through leaving the page. */
export function useReportForm(
  project: ProjectView,
  period: string,
  begun: ReportDraftView['draft'],
  onPublished: (published: PublishedView) => void,
): ReportFormState {
  const { api, refresh, announce, language } = useSession()
  const say = useSay(tabForms)
  const sayTab = useSay(tab)
  const sayWords = useSay(words)
  const corrects = seenVersion(project, period) > 0
  // The words of a published month are at hand only when it is the newest; an older one starts from its status alone.
  const blank = startFrom(project.report, corrects && project.report?.period === period, language)
  const start = begun === null ? blank : goOnWith(begun, blank)
  const [draft, change, forget, unsaved] = useDraft(`report:${project.key}:${period}`, start, {
    name: say('reportForm.title', { period: formatMonth(period, language, project.today) }),
  })
  const [complaints, setComplaints] = useState<Record<string, string>>({})
  const [fault, setFault] = useState<string | null>(null)
  const [stale, setStale] = useState(false)
  const [previewing, setPreviewing] = useState(false)
  const [publishing, setPublishing] = useState(false)

  const sentenceOf = (lack: Lack): string => {
    if (lack.what === 'reason') return say('record.reasonMissing')
    const row = sayWords(`row.${lack.field as ReportRowName}`)
    const rating = lack.field === 'reason' ? '' : draft.rows[lack.field].rating
    if (lack.what === 'rating' || rating === '') return say('reportForm.chooseError', { row })
    return say('reportForm.commentRequired', { rating: sayWords(`rating.${rating}`).toLocaleLowerCase() })
  }
  const preview = () => {
    const lacks = lacksOf(draft, corrects)
    setComplaints(Object.fromEntries(lacks.map((lack) => [lack.field, sentenceOf(lack)])))
    setFault(null)
    setPreviewing(lacks.length === 0)
    if (lacks.length > 0) announce(say('reportForm.problems', { n: lacks.length }))
    return lacks.length === 0
  }
  const refused = (why: ApiFault) => {
    setPreviewing(false)
    if (why.code === 'staleEdit') return setStale(true)
    const text = faultText(why, sayTab)
    if (why.field !== null && isField(why.field)) return setComplaints({ [why.field]: text })
    setFault(why.text === null ? say('reportForm.failed') : text)
  }
  const publish = async () => {
    setPublishing(true)
    const answer = await api.send(publishedView, '/api/reports', requestOf(draft, project, period))
    setPublishing(false)
    if (!answer.ok) return refused(answer.fault)
    forget()
    refresh()
    onPublished(answer.value)
  }
  return {
    draft,
    unsaved,
    change,
    changeRow: (row, part) => change({ rows: { ...draft.rows, [row]: { ...draft.rows[row], ...part } } }),
    corrects,
    complaints,
    fault,
    stale,
    previewing,
    publishing,
    preview,
    edit: () => setPreviewing(false),
    publish,
  }
}
