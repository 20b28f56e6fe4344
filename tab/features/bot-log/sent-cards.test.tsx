// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { botLog } from '../../fixtures/bot-log.ts'
import { render, textOf } from '../../fixtures/render.tsx'
import { cardsAbout, SentCards } from './sent-cards.tsx'

describe('the cards the bot has made', () => {
  test('are found by a person, a project or what they were about', () => {
    const names = (text: string) => cardsAbout(botLog.cards, text).map(({ personName }) => personName)
    expect(names('')).toEqual(['Kari Nordmann', 'Per Olsen'])
    expect(names(' kari ')).toEqual(['Kari Nordmann'])
    expect(names('elektroniske')).toHaveLength(2)
    expect(names('SAKSBEHANDLINGSTID')).toHaveLength(2)
    expect(names('ingen')).toEqual([])
  })

  test('say what was asked for, of which project, and why it was this person', async () => {
    const [card] = botLog.cards
    const [line] = card?.lines ?? []
    if (!card || !line) throw new Error('no card')
    const report = { ...line, kind: 'statusReport' as const, title: line.projectTitle, why: 'projectManager' }
    const place = await render(<SentCards cards={[{ ...card, lines: [line, report] }]} today={botLog.today} />)
    expect(textOf(place)).toContain('Første varsel: Saksbehandlingstid, Elektroniske skjema, fullintegrert (måler)')
    expect(textOf(place)).toContain('Første varsel: Statusrapport, Elektroniske skjema, fullintegrert (prosjektleder)')
  })
})
