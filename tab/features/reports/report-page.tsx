import { useEffect, useState } from 'react'
import { reportDraftView } from '#contract/report-draft-view.ts'
import { formatMonth } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import { type ProjectView, type PublishedView, projectView } from '#contract/views.ts'
import { DraftsAt, draftKeys } from '../../app/drafts.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { AsOf } from '../../parts/as-of.tsx'
import { Crumbs } from '../../parts/crumbs.tsx'
import { CheckIcon } from '../../parts/icons.tsx'
import { NotReady, NoWayHere } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import { unlessRestricted } from '../../store/storable.ts'
import { firstMonth, seenVersion } from './report-draft.ts'
import css from './report-form.module.css'
import { ReportForm, type ReportFormProps } from './report-form.tsx'
import { ReportTable } from './report-table.tsx'

/** Writes one month's status report: eight assessments, preview, publish. Once published it is frozen. */
export function ReportPage({ projectKey }: { projectKey: string }) {
  const sayProject = useSay(tabProject)
  const { loaded, reload } = useView({
    schema: projectView,
    path: `/api/projects/${encodeURIComponent(projectKey)}`,
    kept: { storable: unlessRestricted, onlyWhenUnreachable: true },
  })
  if (loaded.state !== 'ready')
    return <NotReady of={loaded} title={sayProject('act.report')} className={css.title} shape="text" onRetry={reload} />
  return (
    <>
      <AsOf of={loaded} />
      <DraftsAt value={{ href: hrefOf({ name: 'report', key: projectKey }), title: loaded.view.title, restricted: loaded.view.restricted }}>
        <Report project={loaded.view} reload={reload} />
      </DraftsAt>
    </>
  )
}

function Report({ project, reload }: { project: ProjectView; reload: () => void }) {
  const { language, copy } = useSession()
  const say = useSay(tabForms)
  // A month one has begun on comes before the one that is due.
  const [period, setPeriod] = useState(() => {
    const begins = `report:${project.key}:`
    return draftKeys(copy, begins)[0]?.slice(begins.length) ?? firstMonth(project)
  })
  const [published, setPublished] = useState<PublishedView | null>(null)
  const [correcting, setCorrecting] = useState(false)
  // A correction begins with what was just published: not before it has been read.
  const isRead = published !== null && seenVersion(project, period) >= published.report.version
  useEffect(() => {
    if (!correcting || !isRead) return
    setPublished(null)
    setCorrecting(false)
  }, [correcting, isRead])
  const month = formatMonth(period, language, project.today)
  const toProject = hrefOf({ name: 'project', key: project.key })
  return (
    <div className={css.page}>
      <Crumbs project={project} />
      <PageHeading title={say('reportForm.title', { period: month })} className={css.title} />
      {published !== null ? (
        <>
          <div className={`${partsCss.notice} ${partsCss.good}`} role="status">
            <CheckIcon />
            <span>{say('reportForm.published', { period: month })}</span>
            <a className={partsCss.link} href={toProject}>
              {say('reportForm.toProject')}
            </a>
          </div>
          <p className={css.quiet}>
            {say('reportForm.mistake')}{' '}
            <button
              type="button"
              className={`${partsCss.link} ${partsCss.inText}`}
              onClick={() => {
                reload()
                setCorrecting(true)
              }}
            >
              {say('reportForm.correct')}
            </button>
          </p>
          <ReportTable report={published.report} currency={project.money.currency} />
        </>
      ) : project.can.publishReport ? (
        <BegunForm
          key={`${period}:${seenVersion(project, period) > 0}`}
          project={project}
          period={period}
          onPeriod={setPeriod}
          onPublished={setPublished}
          onStale={reload}
        />
      ) : (
        <NoWayHere>{say('reportForm.notAllowed')}</NoWayHere>
      )}
    </div>
  )
}

/** The form with what was begun in a card, once it is known; a draft that cannot be read now does not keep anybody from writing. */
function BegunForm(props: ReportFormProps) {
  const sayTab = useSay(tab)
  const { project, period } = props
  const path = `/api/report-drafts/${encodeURIComponent(project.key)}?period=${period}`
  const { loaded } = useView({ schema: reportDraftView, path })
  if (loaded.state === 'loading') return <p className={css.quiet}>{sayTab('loading')}</p>
  return <ReportForm {...props} begun={loaded.state === 'ready' ? loaded.view.draft : null} />
}
