import { describe, expect, test } from 'vitest'
import { translator } from '#contract/texts/catalogue.ts'
import { tab } from '#contract/texts/tab.ts'
import { portfolio } from '../../fixtures/portfolio.ts'
import { decisionsSentence, portfolioSentence } from './sentence.ts'

const summary = (given: Partial<typeof portfolio.summary>) => ({ ...portfolio.summary, ...given })
const nb = translator(tab, 'nb')

describe('the sentence over the portfolio', () => {
  test.each([
    [{}, 'To av 24 prosjekter er i avvik, fem må følges opp, og ni svar er forfalt.'],
    [{ offTrack: 1, watch: 0, overdue: 0 }, 'Ett av 24 prosjekter er i avvik.'],
    [{ offTrack: 0, watch: 13 }, '13 av 24 prosjekter må følges opp, og ni svar er forfalt.'],
    [{ offTrack: 0, watch: 0, overdue: 1 }, 'Ett svar er forfalt.'],
    [{ offTrack: 0, watch: 0, overdue: 0 }, 'Ingen av 24 prosjekter er i avvik, og ingen svar er forfalt.'],
    [{ projects: 0 }, 'Ingen prosjekter ennå.'],
  ])('%j', (given, sentence) => {
    expect(portfolioSentence(summary(given), nb, 'nb')).toBe(sentence)
  })

  test('one project alone is «prosjektet»', () => {
    expect(portfolioSentence(summary({ projects: 1, offTrack: 0, watch: 1, overdue: 5 }), nb, 'nb')).toBe(
      'Prosjektet må følges opp, og fem svar er forfalt.',
    )
    expect(portfolioSentence(summary({ projects: 1, offTrack: 0, watch: 0, overdue: 0 }), nb, 'nb')).toBe(
      'Prosjektet er ikke i avvik, og ingen svar er forfalt.',
    )
  })

  test('is whole in nynorsk and English', () => {
    expect(portfolioSentence(summary({}), translator(tab, 'nn'), 'nn')).toBe(
      'To av 24 prosjekt er i avvik, fem må følgjast opp, og ni svar er forfalne.',
    )
    expect(portfolioSentence(summary({ offTrack: 1, watch: 1 }), translator(tab, 'en'), 'en')).toBe(
      'One of 24 projects is off track, one needs watching, and nine answers are overdue.',
    )
  })
})

describe('the sentence about decisions', () => {
  test.each([
    [{}, 'Fire beslutninger skal tas til og med 15. juni, og én skulle vært tatt 11. mai.'],
    [{ decisionsLate: 0, oldestLateDecisionOn: null }, 'Fire beslutninger skal tas til og med 15. juni.'],
    [{ decisionsSoon: 0 }, 'Én beslutning skulle vært tatt 11. mai.'],
    [{ decisionsLate: 3 }, 'Fire beslutninger skal tas til og med 15. juni, og tre skulle vært tatt, den første 11. mai.'],
    [{ decisionsSoon: 0, decisionsLate: 2 }, 'To beslutninger skulle vært tatt, den første 11. mai.'],
    [{ decisionsSoon: 0, decisionsLate: 0, oldestLateDecisionOn: null }, 'Ingen beslutninger skal tas til og med 15. juni.'],
  ])('%j', (given, sentence) => {
    expect(decisionsSentence({ ...portfolio, summary: summary(given) }, nb, 'nb')).toBe(sentence)
  })
})
