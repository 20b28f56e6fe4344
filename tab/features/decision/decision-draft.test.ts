import { describe, expect, test } from 'vitest'
import { translator } from '#contract/texts/catalogue.ts'
import { tabDecision } from '#contract/texts/tab-decision.ts'
import { decision, missing, requirement } from '../../fixtures/decision.ts'
import { KARI, PER } from '../../fixtures/project.ts'
import { consequences, meaningOf, outcomeWord } from './consequence.ts'
import {
  countLacks,
  type DecisionDraft,
  decideRequest,
  differences,
  isUnsaved,
  lackingFields,
  lineState,
  planRequest,
  startFrom,
} from './decision-draft.ts'

const say = translator(tabDecision, 'nb')
const start = startFrom(decision)
const waiver = { rule: 'baseline:svartid', reason: 'Ingen tall før 2025', by: PER }

describe('the list of what is required', () => {
  test('counts what is missing, less what is ticked but not saved and what somebody stands by', () => {
    expect(countLacks(decision, start)).toEqual({ waived: 0, missing: 2 })
    const ticked = { ...start, ticks: { ...start.ticks, lessons: { done: true, evidence: '' } }, waivers: [waiver] }
    expect(countLacks(decision, ticked)).toEqual({ waived: 1, missing: 0 })
  })

  test('a line about every benefit lacks as many things as it names, as the portfolio counts them', () => {
    const two = [missing(), missing({ rule: 'targetOn', waiverRule: 'targetOn:svartid', waivable: false })]
    const view = { ...decision, requirements: [requirement('handover', { kind: 'rule', missing: two }), requirement('lessons')] }
    expect(countLacks(view, start)).toEqual({ waived: 0, missing: 3 })
    expect(countLacks(view, { ...start, waivers: [waiver] })).toEqual({ waived: 0, missing: 2 })
  })

  test('a waiver may stand for one indicator or for the rule, and never for what may not be waived', () => {
    const line = requirement('handover', {
      kind: 'rule',
      missing: [missing(), missing({ rule: 'targetOn', waiverRule: 'targetOn:svartid', waivable: false })],
    })
    expect(lineState(line, { ticks: {}, waivers: [waiver, { ...waiver, rule: 'targetOn:svartid' }] })).toBe('missing')
    const one = requirement('handover', { kind: 'rule', missing: [missing()] })
    expect(lineState(one, { ticks: {}, waivers: [{ ...waiver, rule: 'baseline' }] })).toBe('waived')
    expect(lineState(requirement('lessons'), { ticks: {}, waivers: [{ ...waiver, rule: 'lessons' }] })).toBe('waived')
  })
})

describe('what an outcome asks for', () => {
  test.each<[DecisionDraft['outcome'], Partial<DecisionDraft>, string[]]>([
    [null, {}, ['outcome']],
    ['proceed', {}, []],
    ['proceed', { on: '' }, ['on']],
    ['stop', {}, ['reason']],
    ['adjust', {}, ['reason', 'responsible', 'followUpOn']],
    ['extend', { reason: 'sein', responsible: KARI, followUpOn: '2026-08-01' }, []],
  ])('%s %o', (outcome, more, lacks) => expect(lackingFields({ ...start, outcome, ...more })).toEqual(lacks))

  test('only that is sent', () => {
    const typed = { ...start, reason: ' fordi ', lesson: 'spør først', responsible: KARI, followUpOn: '2026-08-01', waivers: [waiver] }
    expect(decideRequest(decision, typed, 'proceed')).toEqual({
      point: 'bp5',
      seen: '"1"',
      outcome: 'proceed',
      on: '2026-05-18',
      checklist: [
        { rule: 'finalReport', done: true, link: 'https://example.test/sluttrapport.docx' },
        { rule: 'lessons', done: false },
      ],
      waivers: [{ rule: 'baseline:svartid', reason: 'Ingen tall før 2025', byId: 'per' }],
      reason: 'fordi',
    })
    expect(decideRequest(decision, typed, 'adjust')).toMatchObject({ responsibleId: 'kari', dueOn: '2026-08-01' })
    expect(decideRequest(decision, typed, 'stop')).toMatchObject({ lesson: 'spør først' })
  })
})

test('what is prepared is unsaved until it is as it was', () => {
  expect(isUnsaved(decision, start)).toBe(false)
  expect(isUnsaved(decision, { ...start, outcome: 'stop', reason: 'x' })).toBe(false)
  expect(isUnsaved(decision, { ...start, dueOn: '2026-06-13' })).toBe(true)
  expect(planRequest({ ...decision, planned: null, seen: null }, { ...start, dueOn: '', preparer: null })).toMatchObject({
    seen: null,
    dueOn: null,
    responsibleId: null,
  })
})

test('somebody else’s version is told field by field', () => {
  const mine = {
    ...start,
    dueOn: '2026-06-20',
    preparer: KARI,
    waivers: [waiver],
    ticks: { lessons: { done: true, evidence: '' }, finalReport: { done: true, evidence: 'i arkivet' } },
  }
  expect(differences(decision, mine)).toEqual([
    { field: 'dueOn', text: '', saved: '2026-06-12', mine: '2026-06-20' },
    { field: 'preparer', text: '', saved: 'Per Olsen', mine: 'Kari Nordmann' },
    { field: 'line', text: 'Sluttrapport', saved: 'https://example.test/sluttrapport.docx', mine: 'i arkivet' },
    { field: 'line', text: 'Erfaringslogg', saved: false, mine: true },
    { field: 'waiver', text: 'Alle gevinster har det som kreves', saved: '', mine: 'Ingen tall før 2025' },
  ])
  expect(differences(decision, start)).toEqual([])
})

describe('what will happen', () => {
  const happens = (more: Partial<DecisionDraft>, view = decision) => consequences(view, { ...start, ...more }, say, 'nb').join(' ')

  test.each<[string, Partial<DecisionDraft>, string]>([
    ['nothing is chosen', {}, ''],
    [
      'the project goes on',
      { outcome: 'proceed', waivers: [waiver] },
      'Prosjektet går til Realisere 18. mai. Det overleveres til drift. 4 gevinster går over til realisering. Én måleindikator begynner å måles. Ett unntak følger vedtaket og vises på prosjektet.',
    ],
    [
      'it is adjusted',
      { outcome: 'adjust', responsible: KARI, followUpOn: '2026-06-01' },
      'Prosjektet blir i Avslutte. Kari Nordmann blir spurt om hva som er gjort 1. juni.',
    ],
    ['it is extended, half typed', { outcome: 'extend' }, 'Prosjektet blir i Avslutte. BP5 tas opp igjen …, og … forbereder.'],
    [
      'it is stopped',
      { outcome: 'stop' },
      'Prosjektet stanses 18. mai. 2 svar som venter, faller bort. En kort læring skal skrives innen 16. juni.',
    ],
    ['it is stopped with its lesson', { outcome: 'stop', lesson: 'x' }, 'Prosjektet stanses 18. mai. 2 svar som venter, faller bort.'],
  ])('%s', (_title, more, expected) => expect(happens(more)).toBe(expected))

  test('at the last point the follow-up goes on, or ends', () => {
    const last = { ...decision, point: 'bp6' as const, pointTitle: 'BP6', effects: { ...decision.effects, opens: null, repeatMonths: 12 } }
    expect(happens({ outcome: 'proceed' }, last)).toBe('Oppfølgingen fortsetter, og BP6 tas opp igjen om 12 måneder.')
    expect(happens({ outcome: 'stop' }, last)).toBe('Oppfølgingen avsluttes, og prosjektet lukkes.')
    expect([meaningOf(last, 'proceed', say), outcomeWord(last, 'stop', say)]).toEqual(['Oppfølgingen fortsetter.', 'Avslutt oppfølgingen'])
    const pilot = { ...decision, effects: { ...decision.effects, opens: null, closes: true } }
    expect([happens({ outcome: 'proceed' }, pilot), meaningOf(pilot, 'proceed', say)]).toEqual([
      'Prosjektet avsluttes 18. mai.',
      'Prosjektet avsluttes.',
    ])
  })

  test('a case the board has considered changes nothing', () => {
    const board = { ...decision, point: 'board' as const, effects: { ...decision.effects, opens: null } }
    expect(happens({ outcome: 'proceed' }, board)).toBe('Saken er behandlet, og prosjektet fortsetter som før.')
    expect([meaningOf(board, 'proceed', say), outcomeWord(board, 'proceed', say)]).toEqual([
      'Saken er behandlet, og prosjektet fortsetter som før.',
      'Fortsett som før',
    ])
  })
})
