import { formatDate } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { GateView, ProjectView } from '#contract/views.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import { CheckIcon, LackIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import { MendButton } from '../edit/mend-button.tsx'
import css from './project.module.css'

const CODES = [
  'benefitMissing',
  'ownerMissing',
  'indicatorMissing',
  'baselineMissing',
  'targetMissing',
  'targetOnMissing',
  'frequencyMissing',
  'firstDateMissing',
  'planNotApproved',
  'costBenefitUnitMissing',
  'costBenefitMunicipalityMissing',
  'costMissing',
  'managerMissing',
  'lineLeadMissing',
  'baselinePlanMissing',
  'reportMissing',
  'measurementMissing',
] as const
type Code = (typeof CODES)[number]
const isCode = (code: string): code is Code => (CODES as readonly string[]).includes(code)

/** What the next gate lacks, benefit by benefit, with the act that mends it where the tab has one. */
export function GatePanel({ project, onBaseline }: { project: ProjectView; onBaseline: (indicatorKey: string) => void }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const { gate } = project
  if (gate === null) return null
  const n = gate.missing.length + gate.documents
  if (!gate.hard && n === 0) return null
  const point = gate.point === 'board' ? '' : gate.point.toUpperCase()
  const date = gate.dueOn === null ? 'none' : formatDate(gate.dueOn, language, project.today)
  const late = gate.dueOn !== null && gate.dueOn < project.today
  return (
    <section className={css.gate} data-blocked={n > 0 && gate.hard} aria-labelledby="gate">
      <h2 id="gate">
        <DecisionDiamond state={n > 0 ? (gate.hard ? 'blocked' : 'planned') : 'planned'} />
        {say(n === 0 ? 'gate.ready' : gate.hard ? 'gate.blocked' : 'gate.warned', { point })}
      </h2>
      {n > 0 && <p>{say(late ? 'gate.lacksLate' : gate.point === 'bp5' ? 'gate.lacks' : 'gate.lacksOther', { n, date })}</p>}
      <ul>
        {byBenefit(gate).map((group) => (
          <li key={group.key}>
            <LackIcon />
            <div>
              <strong>{group.title ?? say('gate.project')}</strong>
              {group.missing.map((line) => (
                <p key={`${line.code}${line.indicatorKey ?? ''}`}>
                  {isCode(line.code) ? say(`missing.${line.code}`) : say('missing.other')}{' '}
                  {line.code === 'baselineMissing' && line.indicatorKey !== null && mayRecord(project, line.indicatorKey) && (
                    <button
                      type="button"
                      className={`${partsCss.link} ${partsCss.inText}`}
                      onClick={() => onBaseline(line.indicatorKey as string)}
                    >
                      {say('act.recordBaseline')}
                    </button>
                  )}
                  <MendButton lack={line} title={group.title ?? say('gate.project')} />
                </p>
              ))}
            </div>
          </li>
        ))}
        {gate.documents > 0 && (
          <li>
            <LackIcon />
            <div>
              <strong>{say('gate.list')}</strong>
              <p>{say('gate.documents', { n: gate.documents })}</p>
            </div>
          </li>
        )}
        {gate.complete > 0 && (
          <li>
            <CheckIcon />
            <div>{say('gate.complete', { n: gate.complete })}</div>
          </li>
        )}
      </ul>
      {!project.can.edit && gate.missing.some((line) => line.code !== 'baselineMissing') && <p className={css.quiet}>{say('gate.mend')}</p>}
      <p>
        <a className={`${partsCss.link} ${partsCss.inText}`} href={hrefOf({ name: 'decision', key: project.key })}>
          {say('gate.open', { point })}
        </a>
      </p>
    </section>
  )
}

const mayRecord = (project: ProjectView, indicatorKey: string): boolean =>
  project.benefits.some((benefit) => benefit.indicators.some((one) => one.key === indicatorKey && one.canRecord))

/** What is missing, gathered under the benefit it is missing from, in the order given. */
export function byBenefit(gate: GateView): { key: string; title: string | null; missing: GateView['missing'] }[] {
  const keys = [...new Set(gate.missing.map((line) => line.benefitKey ?? ''))]
  return keys.map((key) => {
    const missing = gate.missing.filter((line) => (line.benefitKey ?? '') === key)
    return { key, title: missing[0]?.title ?? null, missing }
  })
}
