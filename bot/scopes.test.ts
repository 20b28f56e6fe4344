import { describe, expect, it } from 'vitest'
import { botTexts } from '#contract/texts/bot.ts'
import { translator } from '#contract/texts/catalogue.ts'
import { factsOf, programme, project } from '#domain/facts.fixture.ts'
import { scopeTitle } from '#views/summary.ts'
import { findScope, scopeWords } from './scopes.ts'

const facts = (restricted: boolean) =>
  factsOf({ programmes: [programme({ title: 'Health' })], projects: [project({ title: 'Robot', area: 'School', restricted })] })

describe('what a channel can be shown', () => {
  it.each([
    ['Robot', 'project', 'project'],
    ['program Health', 'programme', 'programme'],
    ['School', 'area', 'School'],
  ] as const)('«%s» is found and named while a project of it is open, and unknown when all are restricted', (asked, kind, key) => {
    expect(findScope(asked, facts(false))).toMatchObject({ found: 'one', one: { scope: { kind, key } } })
    expect(findScope(asked, facts(true))).toEqual({ found: 'none', near: [] })
    expect(scopeTitle(facts(false), { kind, key })).not.toBeNull()
    expect(scopeTitle(facts(true), { kind, key })).toBeNull()
  })

  it('is spoken of without its name when that is not to be told', () => {
    const bot = translator(botTexts, 'nb')
    expect(scopeWords({ kind: 'project', key: 'project' }, 'Robot', bot)).toBe('prosjektet Robot')
    expect(scopeWords({ kind: 'project', key: 'project' }, null, bot)).toBe('prosjektet')
  })
})
