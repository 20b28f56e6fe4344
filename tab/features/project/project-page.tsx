import { useEffect, useMemo, useState } from 'react'
import { tab } from '#contract/texts/tab.ts'
import { type IndicatorView, type ProjectView, projectView, type RecordedView } from '#contract/views.ts'
import { DraftsAt, draftKeys } from '../../app/drafts.ts'
import { hrefOf, type Route } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { AsOf } from '../../parts/as-of.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import type { LocalCopy } from '../../store/local-copy.ts'
import { unlessRestricted } from '../../store/storable.ts'
import { BenefitList, type OpenForm } from '../benefit/benefit-list.tsx'
import { SavedNotice } from '../benefit/saved-notice.tsx'
import { Documents } from '../documents/documents.tsx'
import { openEditOf } from '../edit/edit-links.ts'
import { EditingProvider, EditSlot, NEW_PROJECT } from '../edit/editing.tsx'
import { UndoButton } from '../my-tasks/undo-button.tsx'
import { AboutProject } from './about-project.tsx'
import { GatePanel } from './gate-panel.tsx'
import { History } from './history.tsx'
import { PhaseSteps } from './phase-steps.tsx'
import css from './project.module.css'
import { ProjectHeader } from './project-header.tsx'
import { StatusReport } from './status-report.tsx'

export const projectPath = (projectKey: string): string => `/api/projects/${encodeURIComponent(projectKey)}`

/** One project: where it stands, what the next gate lacks, what it has given, and how one knows. */
export function ProjectPage({ route }: { route: ProjectRoute }) {
  const projectKey = route.key
  const sayTab = useSay(tab)
  const { loaded, reload, set } = useView({ schema: projectView, path: projectPath(projectKey), kept: { storable: unlessRestricted } })
  if (loaded.state !== 'ready')
    return <NotReady of={loaded} title={sayTab('column.project')} className={css.title} shape="project" onRetry={reload} />
  return (
    <>
      <AsOf of={loaded} />
      <DraftsAt
        value={{ href: hrefOf({ name: 'project', key: projectKey }), title: loaded.view.title, restricted: loaded.view.restricted }}
      >
        <Project route={route} project={loaded.view} onChanged={set} reload={reload} />
      </DraftsAt>
    </>
  )
}

type ProjectRoute = Extract<Route, { name: 'project' }>

function Project(props: { route: ProjectRoute; project: ProjectView; onChanged: (project: ProjectView) => void; reload: () => void }) {
  const { route, project, onChanged, reload } = props
  // A new address each time, also when it says the same: then the form is asked for again.
  const asked = useMemo(() => openEditOf(route.form, route.record), [route])
  const { copy } = useSession()
  const [form, setForm] = useState<OpenForm | null>(() => askedForm(project, route) ?? begunForm(project, copy))
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is asked for once, not each time the project is read
  useEffect(() => {
    const given = askedForm(project, route)
    if (given !== null) setForm(given)
  }, [route])
  const [saved, setSaved] = useState<RecordedView | null>(null)
  const open = (next: OpenForm | null) => {
    setSaved(null)
    setForm(next)
  }
  const onSaved = (recorded: RecordedView) => {
    setForm(null)
    setSaved(recorded)
    onChanged(withIndicator(project, recorded.indicator))
    reload()
  }
  const first = firstToRecord(project)
  return (
    <EditingProvider project={project} asked={asked} onChanged={onChanged}>
      <ProjectHeader
        project={project}
        onChanged={reload}
        onRecord={first === null ? null : () => open({ indicatorKey: first.key, periodKey: null, corrected: null })}
      />
      <div className={css.added}>
        <EditSlot at={NEW_PROJECT} title="" />
      </div>
      <PhaseSteps project={project} />
      <div className={css.areas}>
        <div className={css.side}>
          <GatePanel project={project} onBaseline={(indicatorKey) => open({ indicatorKey, periodKey: 'baseline', corrected: null })} />
          <AboutProject project={project} />
        </div>
        <div className={css.main}>
          {saved !== null && (
            <SavedNotice recorded={saved} today={project.today}>
              <UndoButton
                measurementKey={saved.measurement.key}
                title={saved.indicator.title}
                onUndone={() => {
                  setSaved(null)
                  reload()
                }}
              />
            </SavedNotice>
          )}
          <BenefitList
            project={project}
            open={form}
            onOpen={open}
            onSaved={onSaved}
            onKept={() => {
              setForm(null)
              reload()
            }}
          />
          <StatusReport project={project} />
        </div>
        <Documents project={project} className={css.documents} />
        <History project={project} />
      </div>
    </EditingProvider>
  )
}

/**
 * The number an address asks for: `…/edit/baseline/INDICATOR`, while there is no baseline, or `…/edit/measure/INDICATOR`; null
 * for another address, and for one who may not record it.
 */
export function askedForm(project: ProjectView, { form, record }: Pick<ProjectRoute, 'form' | 'record'>): OpenForm | null {
  const indicator = project.benefits.flatMap(({ indicators }) => indicators).find(({ key }) => key === record)
  if (!indicator?.canRecord) return null
  if (form === 'measure') return { indicatorKey: indicator.key, periodKey: null, corrected: null }
  return form === 'baseline' && indicator.baseline === null ? { indicatorKey: indicator.key, periodKey: 'baseline', corrected: null } : null
}

/** The measurement one has begun to write on this page and not saved: its form stands open again. */
function begunForm(project: ProjectView, copy: LocalCopy): OpenForm | null {
  for (const { key, points, canRecord } of project.benefits.flatMap(({ indicators }) => indicators)) {
    const begins = `measurement:${key}:`
    const begun = canRecord ? draftKeys(copy, begins)[0] : undefined
    if (begun === undefined) continue
    const [periodKey = '', correctedKey = ''] = split(begun.slice(begins.length))
    const corrected = points.find((point) => point.key === correctedKey) ?? null
    if (correctedKey === '' || corrected !== null) return { indicatorKey: key, periodKey: periodKey === '' ? null : periodKey, corrected }
  }
  return null
}

/** `PERIOD:CORRECTED`; the key of a measurement has colons of its own. */
const split = (rest: string): [string, string] => [rest.slice(0, rest.indexOf(':')), rest.slice(rest.indexOf(':') + 1)]

/** The indicator that most needs a number: overdue before open before any this person may record. */
export function firstToRecord(project: ProjectView): IndicatorView | null {
  const mine = project.benefits.flatMap((benefit) => benefit.indicators).filter((indicator) => indicator.canRecord)
  const waiting = (state: string) => mine.find((indicator) => indicator.open.some((open) => open.state === state))
  return waiting('overdue') ?? waiting('open') ?? mine[0] ?? null
}

/** The project with one indicator as the server now has it, until the whole is read again. */
export function withIndicator(project: ProjectView, indicator: IndicatorView): ProjectView {
  return {
    ...project,
    benefits: project.benefits.map((benefit) => ({
      ...benefit,
      indicators: benefit.indicators.map((one) => (one.key === indicator.key ? indicator : one)),
    })),
  }
}
