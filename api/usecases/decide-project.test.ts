import { describe, expect, it } from 'vitest'
import type { DecideRequest } from '#contract/decision-requests.ts'
import { benefit, decision, factsOf, indicator, measurement, peopleWith, person, project } from '#domain/facts.fixture.ts'
import { checklistFor, pointIn } from '#domain/method-profile.ts'
import { PROSJEKTVEIVISEREN_6 } from '#domain/method-profiles-built-in.ts'
import { changeProjectLife } from './change-project-life.ts'
import { decideProject } from './decide-project.ts'
import { memoryStore } from './memory-store.fixture.ts'
import { planDecision } from './plan-decision.ts'

const TODAY = '2026-03-20'
const NOW = `${TODAY}T09:00:00Z`
const people = peopleWith(person('leader', { roles: ['leader'] }))
const asker = (personId: string) => ({ personId, via: 'tab' as const, now: NOW, today: TODAY, language: 'nb' as const })
const ticked = (pointIn(PROSJEKTVEIVISEREN_6, 'bp5') as Parameters<typeof checklistFor>[0] | undefined) ?? { checklist: [] }
const checklist = checklistFor(ticked, { size: null }).map(({ rule }) => ({ rule, done: true }))
type Rows = NonNullable<Parameters<typeof factsOf>[0]>
const closing = (more: Rows = {}) =>
  factsOf({
    people,
    projects: [project({ phase: 'close' })],
    indicators: [indicator({ baseline: null, state: 'draft', title: 'Svartid' })],
    measurements: [measurement('2026-02-28')],
    ...more,
  })
const ask = (more: Partial<DecideRequest> = {}): DecideRequest & { projectKey: string } => ({
  projectKey: 'project',
  point: 'bp5',
  outcome: 'proceed',
  seen: null,
  checklist,
  ...more,
})
const waiver = { rule: 'baseline:indicator', reason: 'Ingen tall før 2025', byId: 'owner' }

describe('taking a decision', () => {
  it('BP5 is refused with exactly what is missing, and passes with a waiver that has a name and a reason', async () => {
    const { store, tables } = memoryStore(closing())
    const refused = await decideProject(ask(), asker('owner'), { store })
    expect(refused).toMatchObject({
      code: 'gateNotReady',
      field: 'outcome',
      args: { n: 1, point: 'BP5' },
      lacks: [{ rule: 'baseline', indicatorKey: 'indicator', waivable: true, text: 'Mål nullpunktet for «Svartid».' }],
    })
    expect(await decideProject(ask({ waivers: [{ ...waiver, reason: ' ' }] }), asker('owner'), { store })).toMatchObject({
      code: 'waiverIncomplete',
      field: 'waivers',
    })
    expect(await decideProject(ask({ waivers: [waiver] }), asker('owner'), { store })).toEqual({
      ok: true,
      value: { decisionKey: 'project:bp5:1' },
    })
    expect(tables().projects.get('project')).toMatchObject({ phase: 'realise', phaseEnteredOn: TODAY })
    expect(tables().indicators.get('indicator')).toMatchObject({ state: 'active', baselineWaiver: waiver })
    expect(tables().benefits.get('benefit')?.state).toBe('realising')
    expect(tables().decisions.get('project:bp5:1')).toMatchObject({ outcome: 'proceed', decidedById: 'owner', waivers: [waiver] })
  })

  it.each<[string, Partial<DecideRequest>, object]>([
    ['adjust', { outcome: 'adjust', responsibleId: 'manager', dueOn: '2026-04-10', reason: 'Planen må bli med' }, { phase: 'close' }],
    ['extend', { outcome: 'extend', responsibleId: 'manager', dueOn: '2026-06-01', reason: 'Leverandøren er sein' }, { phase: 'close' }],
    ['stop', { outcome: 'stop', reason: 'Behovet er borte', lesson: 'Spør brukerne først' }, { state: 'stopped', stoppedOn: TODAY }],
  ])('%s keeps who, when and why', async (outcome, more, after) => {
    const { store, tables } = memoryStore(closing())
    expect((await decideProject(ask(more), asker('owner'), { store })).ok).toBe(true)
    expect(tables().projects.get('project')).toMatchObject(after)
    expect(tables().decisions.get('project:bp5:1')).toMatchObject({ outcome, decidedById: 'owner', decidedOn: TODAY })
    expect(tables().log.get('decision:project:bp5:1')?.why).toBe(more.reason)
  })

  it.each<[string, Partial<DecideRequest>, string, string]>([
    ['no reason', { outcome: 'stop' }, 'owner', 'fieldRequired reason'],
    ['no day', { outcome: 'adjust', reason: 'x', responsibleId: 'manager' }, 'owner', 'fieldRequired dueOn'],
    ['another point', { point: 'bp3' }, 'owner', 'pointNotCurrent point'],
    ['not theirs', {}, 'manager', 'notAllowed'],
    ['no such project', { projectKey: 'x' } as Partial<DecideRequest>, 'owner', 'unknownProject'],
  ])('is refused: %s', async (_name, more, who, expected) => {
    const { store } = memoryStore(closing())
    const result = await decideProject(ask(more), asker(who), { store })
    expect(result.ok ? 'ok' : [result.code, result.field].filter(Boolean).join(' ')).toBe(expected)
  })

  it('is refused when somebody has prepared it otherwise meanwhile, and says who and when', async () => {
    const planned = decision('bp5', { key: 'p', outcome: null, actorId: 'manager', actedAt: '2026-03-20T08:02:00Z' })
    const { store } = memoryStore(closing({ people: [...people], decisions: [planned] }))
    const stale = await decideProject(ask({ waivers: [waiver] }), asker('owner'), { store })
    expect(stale).toMatchObject({ code: 'changedSince', current: { byName: 'manager', at: '2026-03-20T08:02:00Z' } })
    expect((await decideProject(ask({ waivers: [waiver], seen: '2026-03-20T08:02:00Z' }), asker('owner'), { store })).ok).toBe(true)
  })
})

describe('preparing one', () => {
  const plan = { projectKey: 'project', point: 'bp5' as const, dueOn: '2026-04-10', responsibleId: 'manager', waivers: [waiver] }
  const lines = [{ rule: 'finalReport', done: true, link: ' https://example.test/rapport ' }]

  it('keeps what is ticked with its evidence, and the one who decides sees it', async () => {
    const { store, tables } = memoryStore(closing())
    expect((await planDecision({ ...plan, seen: null, checklist: lines }, asker('manager'), { store })).ok).toBe(true)
    expect(tables().decisions.get('project:bp5:1')).toMatchObject({
      outcome: null,
      dueOn: '2026-04-10',
      checklist: [{ rule: 'finalReport', done: true, link: 'https://example.test/rapport' }],
      waivers: [waiver],
    })
    const { outcome, ...rest } = ask({ seen: NOW, checklist: checklist.filter(({ rule }) => rule !== 'finalReport') })
    expect((await decideProject({ ...rest, outcome }, asker('owner'), { store })).ok).toBe(true)
  })

  it('is refused on an older version, and by whoever may not', async () => {
    const { store } = memoryStore(closing({ decisions: [decision('bp5', { key: 'p', outcome: null, actorId: 'owner' })] }))
    expect(await planDecision({ ...plan, seen: null, checklist: lines }, asker('manager'), { store })).toMatchObject({
      code: 'changedSince',
    })
    expect(await planDecision({ ...plan, seen: '2025-01-01T08:00:00Z', checklist: lines }, asker('measurer'), { store })).toMatchObject({
      code: 'notAllowed',
    })
  })
})

describe('the life of a project', () => {
  const life = (rows: Rows, who = 'owner') => {
    const { store, tables } = memoryStore(factsOf({ people, benefits: [benefit()], ...rows }))
    const seen = store.snapshot().facts.tables.projects.get('project')?.actedAt ?? ''
    return {
      tables,
      act: (request: object) => changeProjectLife({ projectKey: 'project', seen, ...request } as never, asker(who), { store }),
    }
  }

  it('is put on hold, resumed, taken back a phase', async () => {
    const held = life({ projects: [project({ phase: 'deliver' })] })
    expect((await held.act({ act: 'hold', from: TODAY, to: null, reason: 'Venter' })).ok).toBe(true)
    expect(held.tables().projects.get('project')).toMatchObject({ state: 'onHold', holdFrom: TODAY })
    expect(await held.act({ act: 'resume', reason: null })).toMatchObject({ code: 'changedSince' })
    expect((await held.act({ act: 'resume', reason: null, seen: NOW })).ok).toBe(true)
    expect((await held.act({ act: 'goBack', to: 'plan', reason: 'Behovet er nytt', seen: NOW })).ok).toBe(true)
    expect(held.tables().projects.get('project')).toMatchObject({ state: 'active', phase: 'plan', phaseEnteredOn: TODAY })
  })

  it('is taken up again when it was stopped', async () => {
    const stopped = life({ projects: [project({ phase: 'deliver', state: 'stopped', stoppedOn: '2026-02-02' })] })
    expect((await stopped.act({ act: 'reopen', reason: 'Nye midler' })).ok).toBe(true)
    expect(stopped.tables().projects.get('project')?.state).toBe('active')
  })

  it.each<[string, object, string, string]>([
    ['on hold without a reason', { act: 'hold', from: TODAY }, 'owner', 'reasonRequired reason'],
    ['on hold from yesterday', { act: 'hold', from: '2026-03-19', reason: 'x' }, 'owner', 'fieldInvalid from'],
    ['resumed though it runs', { act: 'resume' }, 'owner', 'projectNotOnHold'],
    ['reopened though it runs', { act: 'reopen', reason: 'x' }, 'owner', 'projectNotStopped'],
    ['back to a later phase', { act: 'goBack', to: 'close', reason: 'x' }, 'owner', 'phaseNotEarlier to'],
    ['by its manager', { act: 'hold', from: TODAY, reason: 'x' }, 'manager', 'notAllowed'],
    ['unknown', { act: 'resume', projectKey: 'x' }, 'owner', 'unknownProject'],
  ])('is refused: %s', async (_name, request, who, expected) => {
    const result = await life({ projects: [project({ phase: 'deliver' })] }, who).act(request)
    expect(result.ok ? 'ok' : [result.code, result.field].filter(Boolean).join(' ')).toBe(expected)
  })
})
