import { Checkbox, Field, Input } from '@fluentui/react-components'
import { useId } from 'react'
import type { DecisionView, RequirementView } from '#contract/decision-view.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { useSay } from '../../app/session.ts'
import { Hidden } from '../../parts/hidden.tsx'
import { CheckIcon, LackIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './decision.module.css'
import { countLacks, lineState, waiverFor } from './decision-draft.ts'
import { Evidence } from './evidence.tsx'
import { hrefThatMends } from './mend-link.ts'
import type { DecisionState } from './use-decision.ts'
import { WaiverLine } from './waiver-line.tsx'

/** What the point asks for: what the lists show, what a person ticks with evidence, and what somebody stands by doing without. */
export function Requirements({ view, state }: { view: DecisionView; state: DecisionState }) {
  const say = useSay(tabDecision)
  const counts = countLacks(view, state.draft)
  return (
    <section className={css.block} aria-labelledby="requirements">
      <h2 id="requirements">{say('list.title')}</h2>
      {view.requirements.length === 0 ? (
        <p className={css.quiet}>{say('list.none')}</p>
      ) : (
        <>
          <p>{say('list.sentence', { missing: counts.missing, waived: counts.waived })}</p>
          {view.hard && <p className={css.quiet}>{say('head.hard')}</p>}
          <ul className={css.lines}>
            {view.requirements.map((line) => (
              <li key={line.rule}>
                {line.kind === 'document' && view.can.prepare ? (
                  <Ticked line={line} view={view} state={state} />
                ) : (
                  <Shown line={line} view={view} state={state} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** What the API takes of where something is. */
const MOST = 500
const documentFor = ({ documents }: DecisionView, { rule, kind }: RequirementView) =>
  kind === 'document' ? documents.find((one) => one.rule === rule) : undefined
const titleOf = ({ documents }: DecisionView, evidence: string): string | undefined => documents.find(({ url }) => url === evidence)?.title

const STATE_WORD = { done: 'list.inPlace', waived: 'list.waived', missing: 'list.missing' } as const

function Shown({ line, view, state }: { line: RequirementView; view: DecisionView; state: DecisionState }) {
  const say = useSay(tabDecision)
  const how = lineState(line, state.draft)
  return (
    <>
      <div className={css.line}>
        {how === 'missing' ? <LackIcon /> : <CheckIcon />}
        <span>
          {line.text}
          <Hidden>, {say(STATE_WORD[how])}</Hidden>
        </span>
        {line.kind === 'rule' && how === 'done' && <span className={css.quiet}>{say('list.fromLists')}</span>}
        {line.evidence !== null && <Evidence text={line.evidence} title={titleOf(view, line.evidence)} />}
        {line.evidence === null && <Found view={view} line={line} />}
      </div>
      {line.kind === 'document' && <WaiverLine rule={line.rule} title={line.text} waivable={how !== 'done'} view={view} state={state} />}
      {line.kind === 'rule' && line.missing.length > 0 && (
        <ul className={css.lacks}>
          {line.missing.map((missing) => (
            <li key={missing.waiverRule}>
              <p>
                {missing.text}{' '}
                {!waiverFor(missing, state.draft.waivers) && (
                  <a
                    className={`${partsCss.link} ${partsCss.inText}`}
                    href={hrefThatMends(view.key, missing)}
                    aria-label={`${say('list.mend')}: ${missing.text}`}
                  >
                    {say('list.mend')}
                  </a>
                )}
              </p>
              <WaiverLine rule={missing.waiverRule} title={missing.text} waivable={missing.waivable} view={view} state={state} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A document the project links to that answers the line, until somebody has said where it is. */
function Found({ view, line }: { view: DecisionView; line: RequirementView }) {
  const say = useSay(tabDecision)
  const found = documentFor(view, line)
  if (found === undefined) return null
  return (
    <p className={css.found}>
      {say('list.found')} <Evidence text={found.url} title={found.title} />
    </p>
  )
}

/** A line a person ticks: where the document is, or who stands by going on without it. */
function Ticked({ line, view, state }: { line: RequirementView; view: DecisionView; state: DecisionState }) {
  const say = useSay(tabDecision)
  const { draft, change } = state
  const { done = false, evidence = '' } = draft.ticks[line.rule] ?? {}
  const listId = useId()
  const found = documentFor(view, line)?.url ?? ''
  const set = (part: { done?: boolean; evidence?: string }) =>
    change({ ticks: { ...draft.ticks, [line.rule]: { done, evidence, ...part } } })
  // What answers the line stands where it is asked for; it may be written over.
  const tick = (isDone: boolean) => set({ done: isDone, ...(isDone && evidence === '' && found.length <= MOST ? { evidence: found } : {}) })
  return (
    <>
      <Checkbox className={css.tick} label={line.text} checked={done} onChange={(_event, data) => tick(data.checked === true)} />
      {done && (
        <Field className={css.evidence} label={<Hidden>{say('list.evidenceOf', { title: line.text })}</Hidden>}>
          <Input
            value={evidence}
            maxLength={MOST}
            {...(view.documents.length > 0 ? { list: listId } : {})}
            placeholder={say('list.evidenceHint')}
            onChange={(_event, data) => set({ evidence: data.value })}
          />
        </Field>
      )}
      <datalist id={listId}>
        {view.documents.map(({ title, url }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike in everything
          <option key={n} value={url} label={title} />
        ))}
      </datalist>
      {done && evidence !== '' && <Evidence text={evidence} title={titleOf(view, evidence)} printOnly />}
      <WaiverLine rule={line.rule} title={line.text} waivable={!done} view={view} state={state} />
      {!done && <Found view={view} line={line} />}
    </>
  )
}
