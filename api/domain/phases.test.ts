import { describe, expect, it } from 'vitest'
import { decision } from './facts.fixture.ts'
import { PILOT } from './method-profiles-built-in.ts'
import { phaseSpans, spanOn } from './phases.ts'

const realising = { phase: 'realise', phaseEnteredOn: '2026-06-01' } as const
const history = [
  decision('bp4', { decidedOn: '2026-04-01' }),
  decision('bp2', { decidedOn: '2025-11-01' }),
  decision('bp3', { decidedOn: '2026-01-10' }),
  decision('bp1', { decidedOn: '2025-11-01' }),
]

describe('the phases a project has been in', () => {
  it('are told by its decisions to proceed, and the current one by itself', () => {
    expect(phaseSpans(realising, history)).toEqual([
      { phase: 'concept', from: '2025-11-01', to: '2025-11-01' },
      { phase: 'plan', from: '2025-11-01', to: '2026-01-10' },
      { phase: 'deliver', from: '2026-01-10', to: '2026-04-01' },
      { phase: 'close', from: '2026-04-01', to: '2026-06-01' },
      { phase: 'realise', from: '2026-06-01', to: null },
    ])
  })

  it('are not told by decisions that did not proceed, have no day, or open no phase', () => {
    const decisions = [
      decision('bp3', { outcome: 'extend', decidedOn: '2026-01-10' }),
      decision('bp4', { outcome: null }),
      decision('bp4'),
      decision('bp6', { decidedOn: '2026-02-01' }),
      decision('board', { decidedOn: '2026-02-01' }),
      decision('bp5', { decidedOn: '2026-05-20' }),
      decision('bp4', { decidedOn: '2026-06-02' }),
    ]
    expect(phaseSpans(realising, decisions)).toEqual([{ phase: 'realise', from: '2026-06-01', to: null }])
  })

  it('are told by what the project’s row said before, but for what is not earlier', () => {
    const earlier = [
      { phase: 'realise', from: '2026-01-01' },
      { phase: 'deliver', from: '2025-03-01' },
      { phase: 'plan', from: '2026-06-01' },
      { phase: 'plan', from: '2026-07-01' },
    ] as const
    expect(phaseSpans(realising, [], earlier)).toEqual([
      { phase: 'deliver', from: '2025-03-01', to: '2026-01-01' },
      { phase: 'realise', from: '2026-01-01', to: '2026-06-01' },
      { phase: 'realise', from: '2026-06-01', to: null },
    ])
  })

  it('are told once where row and decision agree', () => {
    const both = phaseSpans(realising, [decision('bp3', { decidedOn: '2026-01-10' })], [{ phase: 'deliver', from: '2026-01-10' }])
    expect(both.map(({ phase }) => phase)).toEqual(['deliver', 'realise'])
  })

  it('open as the project’s own method says', () => {
    const decisions = [decision('bp1', { decidedOn: '2026-01-10' }), decision('bp2', { decidedOn: '2026-02-10' })]
    expect(phaseSpans(realising, decisions, [], PILOT).map(({ phase }) => phase)).toEqual(['concept', 'realise'])
  })

  it.each([
    ['2025-10-31', null],
    ['2025-11-01', 'plan'],
    ['2026-01-09', 'plan'],
    ['2026-01-10', 'deliver'],
    ['2026-05-31', 'close'],
    ['2030-01-01', 'realise'],
  ])('on %s: %s', (date, phase) => expect(spanOn(phaseSpans(realising, history), date)?.phase ?? null).toBe(phase))
})
