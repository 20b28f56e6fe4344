import { useState } from 'react'
import { tabPlan } from '#contract/texts/tab-plan.ts'
import type { ProjectView } from '#contract/views.ts'
import { useSay } from '../../app/session.ts'
import { useMediaQuery } from '../../app/use-media-query.ts'
import { Hidden } from '../../parts/hidden.tsx'
import partsCss from '../../parts/parts.module.css'
import { useProjectFields } from '../edit/editing.tsx'
import css from './benefit-map.module.css'
import { type BenefitMapModel, type Box, benefitMap } from './map-model.ts'

/** Height of a box and the space under it, in pixels: lines are drawn by these. */
const BOX = 76
const GAP = 12
const STEP = BOX + GAP
const WIRE = 48

/** The benefits as a map, change → benefit → goal, with the same as a table behind it. On a narrow screen the table stands first. */
export function BenefitMap({ project }: { project: ProjectView }) {
  const say = useSay(tabPlan)
  const fields = useProjectFields()
  const narrow = useMediaQuery('(max-width: 639px)')
  const [asTable, setAsTable] = useState(false)
  const goalOf = (key: string) => fields?.benefits.find((benefit) => benefit.key === key)?.fields.contributesTo ?? null
  const benefits = project.benefits.filter(({ state }) => state !== 'cancelled')
  const map = benefitMap(benefits.map((benefit) => ({ ...benefit, contributesTo: goalOf(benefit.key) })))
  const table = asTable || narrow
  return (
    <section className={css.map} aria-label={say('map.title')}>
      <div className={css.head}>
        <h3>{say('map.title')}</h3>
        {!narrow && (
          <button type="button" className={partsCss.link} onClick={() => setAsTable(!asTable)}>
            {say(asTable ? 'map.asMap' : 'map.asTable')}
          </button>
        )}
      </div>
      {table ? (
        <MapTable map={map} />
      ) : (
        <>
          <Hidden>
            <MapTable map={map} />
          </Hidden>
          <Drawing map={map} />
        </>
      )}
    </section>
  )
}

/** Three columns of boxes with the lines between them; the table says the same to those who do not see it. */
function Drawing({ map }: { map: BenefitMapModel }) {
  const say = useSay(tabPlan)
  const most = Math.max(map.changes.length, map.benefits.length, map.goals.length)
  const height = most * STEP - GAP
  const topOf = (column: readonly Box[]) => (height - (column.length * STEP - GAP)) / 2
  return (
    <div className={css.drawing} aria-hidden="true">
      <Column title={say('map.change')} boxes={map.changes} empty={say('map.noChange')} top={topOf(map.changes)} height={height} />
      <Wires pairs={map.gives} from={topOf(map.changes)} to={topOf(map.benefits)} height={height} />
      <Column title={say('plan.benefit')} boxes={map.benefits} empty="" top={topOf(map.benefits)} height={height} strong />
      <Wires pairs={map.serves} from={topOf(map.benefits)} to={topOf(map.goals)} height={height} />
      <Column title={say('map.goal')} boxes={map.goals} empty={say('map.noGoal')} top={topOf(map.goals)} height={height} />
    </div>
  )
}

function Column(props: { title: string; boxes: readonly Box[]; empty: string; top: number; height: number; strong?: boolean }) {
  const say = useSay(tabPlan)
  return (
    <div>
      <p className={css.title}>{props.title}</p>
      <div className={css.column} style={{ height: props.height, paddingTop: props.top }}>
        {props.boxes.map((box) => (
          <div
            key={box.id}
            className={css.box}
            data-empty={box.text === null}
            data-strong={props.strong === true}
            title={box.text ?? props.empty}
          >
            <span>
              {box.drawback && <small className={css.tag}>{say('plan.drawback')}</small>}
              {box.text ?? props.empty}
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}

function Wires({ pairs, from, to, height }: { pairs: readonly (readonly [number, number])[]; from: number; to: number; height: number }) {
  const middle = (top: number, place: number) => top + place * STEP + BOX / 2
  return (
    <svg aria-hidden="true" className={css.wires} width={WIRE} height={height} viewBox={`0 0 ${WIRE} ${height}`}>
      {pairs.map(([a, b]) => {
        const y1 = middle(from, a)
        const y2 = middle(to, b)
        return (
          <g key={`${a}:${b}`}>
            <path d={`M0 ${y1}C${WIRE / 2} ${y1} ${WIRE / 2} ${y2} ${WIRE - 6} ${y2}`} />
            <path d={`M${WIRE - 11} ${y2 - 4}L${WIRE - 4} ${y2}L${WIRE - 11} ${y2 + 4}`} />
          </g>
        )
      })}
    </svg>
  )
}

function MapTable({ map }: { map: BenefitMapModel }) {
  const say = useSay(tabPlan)
  return (
    <table className={css.table}>
      <caption>
        <Hidden>{say('map.title')}</Hidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say('map.change')}</th>
          <th scope="col">{say('plan.benefit')}</th>
          <th scope="col">{say('map.goal')}</th>
        </tr>
      </thead>
      <tbody>
        {map.benefits.map((benefit, at) => (
          <tr key={benefit.id}>
            <td>{map.changes[map.gives[at]?.[0] ?? 0]?.text ?? say('map.noChange')}</td>
            <th scope="row">
              {benefit.text}
              {benefit.drawback && ` (${say('plan.drawback')})`}
            </th>
            <td>{map.goals[map.serves[at]?.[1] ?? 0]?.text ?? say('map.noGoal')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
