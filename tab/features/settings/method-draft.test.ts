import { describe, expect, test } from 'vitest'
import { type MethodValue, methodValue } from '#contract/settings-view.ts'
import { readyToSave, withLineWord, withNewLine, withoutLine, withPhaseWord, withPoint, withWord } from './method-draft.ts'

const method: MethodValue = methodValue.parse({
  version: 'prosjektveiviseren-6',
  phases: [{ phase: 'idea' }, { phase: 'concept', title: { nb: 'Utredning' } }],
  points: [
    {
      ...{ point: 'bp1', decider: null, hard: false, repeatMonths: null, rules: [] },
      checklist: [{ rule: 'conceptMandate' }, { rule: 'projectOrLine' }],
    },
    { point: 'bp2', decider: 'leader', hard: false, repeatMonths: null, rules: ['benefit'], checklist: [] },
  ],
  pilotPhase: null,
})
const bp1 = method.points[0] as MethodValue['points'][number]

describe('a method as it is edited', () => {
  test('an own word is set, changed and let go of', () => {
    const named = withPhaseWord(method, 0, 'nb', 'Behov')
    expect(named.phases[0]?.title).toEqual({ nb: 'Behov' })
    expect(withPhaseWord(named, 0, 'nb', ' ').phases[0]).toEqual(method.phases[0])
    expect(withWord({ nb: 'Behov' }, 'nn', 'Behov nn')).toEqual({ nb: 'Behov', nn: 'Behov nn' })
  })

  test('a new line has a name of its own, also after one was taken away', () => {
    const two = withNewLine(withNewLine(bp1))
    const again = withNewLine(withoutLine(two, bp1.checklist.length))
    expect(new Set(again.checklist.map(({ rule }) => rule)).size).toBe(again.checklist.length)
  })

  test('what is saved has the new name, and an empty line of one’s own is left out', () => {
    const point = withLineWord(withNewLine(withNewLine(bp1)), bp1.checklist.length, 'nb', 'Personvernombudet er hørt')
    const ready = readyToSave(withPoint(method, 0, point), ' kommunen-2026 ')
    expect(ready.points[0]?.checklist.map(({ rule }) => rule)).toEqual([...bp1.checklist.map(({ rule }) => rule), 'own-3'])
    expect(ready.version).toBe('kommunen-2026')
    expect(methodValue.parse(ready)).toEqual(ready)
  })
})
