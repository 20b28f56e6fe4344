import { useEffect, useRef, useState } from 'react'
import { type DecisionView, decisionView } from '#contract/decision-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { DraftsAt } from '../../app/drafts.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { AsOf } from '../../parts/as-of.tsx'
import { Crumbs } from '../../parts/crumbs.tsx'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import { CheckIcon } from '../../parts/icons.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import { unlessRestricted } from '../../store/storable.ts'
import { agendaAddress } from '../board/agenda-address.ts'
import { ShareButton } from '../share/share-button.tsx'
import css from './decision.module.css'
import { OutcomeForm } from './outcome-form.tsx'
import { PastDecisions } from './past-decisions.tsx'
import { Preparation } from './preparation.tsx'
import { Requirements } from './requirements.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { UndoRequest } from './undo-request.tsx'
import { decisionPath, type OnDecision, useDecision } from './use-decision.ts'

/** The decision point that ends the phase a project is in: what it asks for, the choice, and what was decided before. */
export function DecisionPage({ projectKey, board = false }: { projectKey: string; board?: boolean }) {
  const say = useSay(tabDecision)
  const { loaded, reload, set } = useView({
    schema: decisionView,
    path: decisionPath(projectKey, board),
    kept: { storable: unlessRestricted, onlyWhenUnreachable: true },
  })
  const [said, setSaid] = useState<Said>({ text: '' })
  /** A decision taken empties the form, also where the point is the same afterwards. */
  const [round, setRound] = useState(0)
  const notice = useRef<HTMLDivElement>(null)
  // What was pressed may be gone, or far down the page: what came of it is read here.
  useEffect(() => {
    if (said.text !== '') notice.current?.focus()
  }, [said])
  if (loaded.state !== 'ready') {
    return <NotReady of={loaded} title={say('title', { point: '' }).trim()} className={css.title} shape="cards" onRetry={reload} />
  }
  const { view } = loaded
  const onView: OnDecision = (next, text, asked) => {
    if (text !== '' && next.past.length !== view.past.length) setRound((n) => n + 1)
    setSaid({ text, asked })
    set(next)
  }
  return (
    <DraftsAt
      value={{
        href: hrefOf({ name: 'decision', key: projectKey, ...(board && { board }) }),
        title: view.title,
        restricted: view.restricted,
      }}
    >
      <article className={css.page}>
        <AsOf of={loaded} />
        <Head view={view} />
        {said.text !== '' && (
          <div ref={notice} tabIndex={-1} className={`${partsCss.notice} ${partsCss.good}`}>
            <CheckIcon />
            <span>{said.text}</span>
            {said.asked !== undefined && <UndoRequest key={said.asked} view={view} decisionKey={said.asked} onView={onView} />}
            <a className={partsCss.link} href={hrefOf({ name: 'project', key: view.key })}>
              {say('decide.toProject')}
            </a>
            {agendaAddress() !== null && (
              <a className={partsCss.link} href={agendaAddress() ?? ''}>
                {say('decide.toAgenda')}
              </a>
            )}
          </div>
        )}
        {(view.state === 'active' || view.state === 'onHold') && <Point key={`${view.point}:${round}`} view={view} onView={onView} />}
        <PastDecisions view={view} onChanged={reload} />
      </article>
    </DraftsAt>
  )
}

interface Said {
  text: string
  /** The request that was just made and can be taken back. */
  asked?: string | undefined
}

function Head({ view }: { view: DecisionView }) {
  const { language } = useSession()
  const say = useSay(tabDecision)
  const date = (day: string) => formatDate(day, language, view.today)
  const dueOn = view.planned?.dueOn ?? null
  const late = dueOn !== null && dueOn < view.today && view.state === 'active'
  const running = view.state === 'active' || view.state === 'onHold'
  const title = view.point === 'board' ? say('title.board') : say('title', { point: view.pointTitle })
  const decider =
    view.decider === 'leader'
      ? say('head.leader')
      : view.deciderName === null
        ? say('head.ownerNone')
        : say('head.owner', { name: view.deciderName })
  return (
    <header>
      <Crumbs project={view} agenda={agendaAddress()} />
      <div className={css.titleLine}>
        <PageHeading title={`${title} – ${view.title}`} className={css.title}>
          <DecisionDiamond state={late ? 'late' : 'planned'} />
          {title}
        </PageHeading>
        <ShareButton
          hash={hrefOf({ name: 'decision', key: view.key, ...(view.point === 'board' ? { board: true } : {}) })}
          label={`${title} – ${view.title}`}
          className={`${partsCss.button} ${css.screenOnly}`}
        />
      </div>
      <p className={css.printOnly}>{view.title}</p>
      {running ? (
        <ul className={css.facts}>
          <li className={late ? css.late : undefined}>
            {dueOn === null ? say('head.noDate') : say(late ? 'head.late' : 'head.due', { date: date(dueOn) })}
          </li>
          <li>{decider}</li>
          {view.planned?.responsible && <li>{say('head.prepares', { name: view.planned.responsible.name })}</li>}
          <li>{say('head.phase', { phase: view.phaseTitle, date: formatDate(view.phaseEnteredOn, language, view.today) })}</li>
        </ul>
      ) : null}
      {view.state !== 'active' && <p>{say(`state.${view.state}`)}</p>}
    </header>
  )
}

function Point({ view, onView }: { view: DecisionView; onView: OnDecision }) {
  const say = useSay(tabDecision)
  const state = useDecision(view, onView)
  return (
    <>
      {state.stale !== null && <StaleNotice view={view} state={state} />}
      {view.point !== 'board' && <Requirements view={view} state={state} />}
      {view.can.prepare && <Preparation view={view} state={state} />}
      {view.can.decide ? (
        <OutcomeForm view={view} state={state} />
      ) : (
        <p className={css.quiet}>{say(view.decider === 'leader' ? 'decide.notYours' : 'decide.notYoursOwner')}</p>
      )}
    </>
  )
}
