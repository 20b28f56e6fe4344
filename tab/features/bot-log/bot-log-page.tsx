import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { type BotLogView, botLogView, type SentCard } from '#contract/bot-log.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabBotLog } from '#contract/texts/tab-bot-log.ts'
import { faultText, useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import css from './bot-log.module.css'
import { SentCards } from './sent-cards.tsx'
import { Shares } from './shares.tsx'
import { WrongPersons } from './wrong-persons.tsx'

/** What the bot sends, holds back and cannot deliver, for the portfolio office. */
export function BotLogPage() {
  const say = useSay(tabBotLog)
  const { loaded, reload, set } = useView({ schema: botLogView, path: '/api/bot-log' })
  if (loaded.state !== 'ready') {
    return <NotReady of={loaded} title={say('title')} className={css.title} shape="text" notAllowed={say('notAllowed')} onRetry={reload} />
  }
  return (
    <div className={css.page}>
      <PageHeading title={say('title')} className={css.title} />
      <Parts view={loaded.view} onView={set} />
    </div>
  )
}

function Parts({ view, onView }: { view: BotLogView; onView: (view: BotLogView) => void }) {
  const { language } = useSession()
  const say = useSay(tabBotLog)
  const waiting = view.next.waiting.map(({ reason, cards }) => ({ text: reasonText(reason, say), cards }))
  return (
    <>
      {view.stopped && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {say('stopped', { date: formatDate(view.stopped.on, language, view.today), reason: reasonText(view.stopped.reason, say) })}
          </MessageBarBody>
        </MessageBar>
      )}
      <p className={css.sentence}>{say('sentence', { n: view.next.send })}</p>
      {waiting.length > 0 && (
        <Section id="waiting" title={say('waiting.title')}>
          <ul className={css.list}>
            {waiting.map(({ text, cards }) => (
              <li key={text}>{say('waiting.line', { n: cards, reason: text })}</li>
            ))}
          </ul>
        </Section>
      )}
      {view.unsettled.length > 0 && <Unsettled view={view} onView={onView} />}
      {view.unreachable.length > 0 && (
        <Section id="unreachable" title={say('unreachable.title')}>
          <p className={css.quiet}>{say('unreachable.lead')}</p>
          <ul className={css.list}>
            {view.unreachable.map(({ personId, name, reach, waiting: n }) => (
              <li key={personId}>{say('unreachable.line', { name, reach: say(`reach.${reach}`), n })}</li>
            ))}
          </ul>
        </Section>
      )}
      {view.wrongPersons.length > 0 && (
        <Section id="wrong-persons" title={say('wrongPersons.title')}>
          <p className={css.quiet}>{say('wrongPersons.lead')}</p>
          <WrongPersons said={view.wrongPersons} today={view.today} />
        </Section>
      )}
      <Section id="sent" title={say('sent.title')}>
        {view.cards.length === 0 ? <p className={css.quiet}>{say('sent.none')}</p> : <SentCards cards={view.cards} today={view.today} />}
        {view.more > 0 && <p className={css.quiet}>{say('sent.more', { n: view.more })}</p>}
      </Section>
      <Section id="shares" title={say('shares.title')}>
        <p className={css.quiet}>{say('shares.lead')}</p>
        <Shares areas={view.shares.areas} projects={view.shares.projects} />
      </Section>
    </>
  )
}

function Unsettled({ view, onView }: { view: BotLogView; onView: (view: BotLogView) => void }) {
  const { api, announce, language } = useSession()
  const say = useSay(tabBotLog)
  const sayTab = useSay(tab)
  const [fault, setFault] = useState<string | null>(null)
  const settle = async ({ key }: SentCard, arrived: boolean) => {
    setFault(null)
    const answer = await api.send(botLogView, '/api/bot-log/settle', { key, arrived })
    if (!answer.ok) return setFault(faultText(answer.fault, sayTab))
    onView(answer.value)
    announce(say('unsettled.done'))
  }
  return (
    <Section id="unsettled" title={say('unsettled.title')}>
      <p className={css.quiet}>{say('unsettled.lead')}</p>
      <ul className={css.list}>
        {view.unsettled.map((card) => (
          <li key={card.key} className={css.unsettled}>
            <span>{say('unsettled.line', { name: card.personName, date: formatDate(card.day, language, view.today) })}</span>
            <Button size="small" onClick={() => void settle(card, true)}>
              {say('unsettled.arrived')}
            </Button>
            <Button size="small" onClick={() => void settle(card, false)}>
              {say('unsettled.lost')}
            </Button>
          </li>
        ))}
      </ul>
      {fault !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
    </Section>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={css.section} aria-labelledby={`bot-${id}`}>
      <h2 id={`bot-${id}`}>{title}</h2>
      {children}
    </section>
  )
}

/** A reason as people read it; one we have no word for keeps its code, so that nothing is hidden. */
export function reasonText(reason: string, say: (key: keyof typeof tabBotLog & string) => string): string {
  const key = `reason.${reason}`
  return key in tabBotLog ? say(key as keyof typeof tabBotLog & string) : reason
}
