// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, test } from 'vitest'
import { measurer } from '../../fixtures/people.ts'
import { indicators, project } from '../../fixtures/project.ts'
import { render, textOf } from '../../fixtures/render.tsx'
import { AboutProject } from './about-project.tsx'
import { byBenefit, GatePanel } from './gate-panel.tsx'
import { History } from './history.tsx'
import { PhaseSteps } from './phase-steps.tsx'
import { askedForm, firstToRecord, withIndicator } from './project-page.tsx'
import { StatusReport } from './status-report.tsx'

describe('the gate', () => {
  test('says exactly what BP5 lacks, benefit by benefit, and offers the act that mends it', async () => {
    const asked: string[] = []
    const panel = await render(<GatePanel project={project} onBaseline={(key) => asked.push(key)} />)
    expect(textOf(panel)).toContain('BP5 kan ikke godkjennes ennå')
    expect(textOf(panel)).toContain('6 krav mangler før prosjektet kan overleveres til drift 12. juni.')
    expect(textOf(panel)).toContain('Unngåtte portokostnaderGevinsteier mangler Måleindikator mangler')
    expect(textOf(panel)).toContain('Kravlista2 punkter er ikke krysset av')
    expect(byBenefit(project.gate as NonNullable<typeof project.gate>).map((group) => group.missing.length)).toEqual([1, 3])
    await act(async () => panel.querySelector('button')?.click())
    expect(asked).toEqual(['tilfredshet'])
  })

  test('with nothing missing it says so, and a point that is not hard has no panel then', async () => {
    const ready = { ...project, gate: { point: 'bp5', dueOn: null, hard: true, missing: [], documents: 0, complete: 5 } as const }
    const given = { ...ready, gate: { ...ready.gate, missing: [] } }
    expect(textOf(await render(<GatePanel project={given} onBaseline={() => undefined} />))).toContain('BP5 har alt som kreves')
    const soft = { ...project, gate: { point: 'bp3' as const, dueOn: null, hard: false, missing: [], documents: 0, complete: 0 } }
    expect(textOf(await render(<GatePanel project={soft} onBaseline={() => undefined} />))).toBe('')
    const late = { ...project, gate: { ...soft.gate, dueOn: '2026-05-04', documents: 1 } }
    expect(textOf(await render(<GatePanel project={late} onBaseline={() => undefined} />))).toContain(
      'Ett krav mangler. Beslutningen skulle vært tatt 4. mai.',
    )
  })
})

test('the phase line names the phase one is in and every decision', async () => {
  const line = await render(<PhaseSteps project={project} />)
  expect(textOf(line.querySelector('[aria-current="step"]') as HTMLElement)).toBe(
    'Avslutte, nåsiden 3. mars 2026BP5 12.06.2026 kan ikke godkjennes ennå',
  )
  expect(line.querySelectorAll('li')).toHaveLength(6)
})

test('history says what, who, from where and why', async () => {
  const decided = { ...(project.history[0] as (typeof project.history)[number]), what: 'decision', title: 'bp4', why: 'proceed' }
  const text = textOf(await render(<History project={{ ...project, history: [decided, ...project.history] }} />))
  expect(text).toContain('BP4: gå videre')
  expect(text).toContain('Gjennomsnittlig saksbehandlingstid: 14,5 dager for marsKari Nordmann, i kortet')
  expect(text).toContain('fikk ikke målt februarKari Nordmann, i kortet · Bytte av fagsystem')
  expect(text).toContain('rettet fra 19,1 dager til 18,3 dager for desember 2025Ola Hansen, i fanen · Feil uttrekk fra arkivet')
})

test('what is changed about the project is told without its name, on the day it was here', async () => {
  const changes = [{ field: 'managerId', before: 'Ola Hansen', after: 'Hanne Bakke' }]
  const [any] = project.history
  const edited = { ...(any as NonNullable<typeof any>), at: '2026-05-17T22:30:00Z', what: 'edited', title: project.title, changes }
  const text = textOf(await render(<History project={{ ...project, history: [edited] }} />))
  expect(text).toContain('18. maiProsjektet: endretProsjektleder: Ola Hansen → Hanne Bakke')
})

test('what is not written is said to be so, and money keeps its currency', async () => {
  const given = { ...project, why: null, money: { budget: 3_000_000, spent: null, forecastCost: null, currency: 'GBP' } }
  const text = textOf(await render(<AboutProject project={given} />))
  expect(text).toContain('HvorforIkke skrevet ennå.')
  expect(text).toContain('Budsjett 3 000 000 GBP.')
})

test('a report that is overdue is told, with the way to write it only for those who may', async () => {
  const given = { ...project, reportDue: { period: '2026-04', dueOn: '2026-05-08', overdueFrom: '2026-05-13', state: 'overdue' as const } }
  expect(textOf(await render(<StatusReport project={given} />))).toContain('Rapport for april forfalt 13. mai Skriv statusrapport')
  const reader = { ...given, can: { ...project.can, publishReport: false } }
  expect(textOf(await render(<StatusReport project={reader} />))).not.toContain('Skriv statusrapport')
})

test('the page speaks nynorsk to those who read it', async () => {
  const text = textOf(await render(<GatePanel project={project} onBaseline={() => undefined} />, { ...measurer, language: 'nn' }))
  expect(text).toContain('BP5 kan ikkje godkjennast enno')
  expect(text).toContain('Gevinsteigar manglar')
})

describe('registering from the header', () => {
  test('begins with what is overdue', () => {
    expect(firstToRecord(project)?.key).toBe('saksbehandlingstid')
  })

  test('is not offered to one who may record nothing', () => {
    const benefits = project.benefits.map((benefit) => ({
      ...benefit,
      indicators: benefit.indicators.map((indicator) => ({ ...indicator, canRecord: false })),
    }))
    expect(firstToRecord({ ...project, benefits })).toBeNull()
  })

  test('is opened by the address a decision point gives for what it lacks, while it lacks it', () => {
    const asked = (form: string, record: string) => askedForm(project, { form, record })
    expect(asked('baseline', 'tilfredshet')).toEqual({ indicatorKey: 'tilfredshet', periodKey: 'baseline', corrected: null })
    expect(asked('measure', 'tilfredshet')).toEqual({ indicatorKey: 'tilfredshet', periodKey: null, corrected: null })
    expect(asked('baseline', 'saksbehandlingstid')).toBeNull()
    expect([asked('measure', 'unknown'), asked('indicator', 'tilfredshet'), askedForm(project, {})]).toEqual([null, null, null])
  })

  test('the answer is on the page before the whole is read again', () => {
    const changed = withIndicator(project, { ...indicators.time, unit: 'uker' })
    expect(changed.benefits[0]?.indicators[0]?.unit).toBe('uker')
    expect(changed.benefits[1]).toEqual(project.benefits[1])
  })
})
