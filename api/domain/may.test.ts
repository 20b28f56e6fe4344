import { describe, expect, it } from 'vitest'
import { DECISION_KINDS } from './codes.ts'
import { action, benefit, decision, factsOf, indicator, person, project } from './facts.fixture.ts'
import { ACTS, type Act, type ActObject, may } from './may.ts'
import type { Person, Project } from './model.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

/** Who acts, by their part in the project «project» (or none). */
const WHO = [
  'unknown',
  'employee',
  'measurer',
  'delegate',
  'benefitOwner',
  'manager',
  'deputy',
  'owner',
  'lineLead',
  'leader',
  'admin',
  'office',
] as const
type Who = (typeof WHO)[number]

const people: Person[] = WHO.filter((who) => who !== 'unknown').map((who) =>
  person(who, { roles: who === 'office' || who === 'admin' || who === 'leader' ? [who] : [] }),
)
const OWN: Partial<Project> = { ownerId: 'owner', managerId: 'manager', deputyId: 'deputy', lineLeadId: 'lineLead', programmeKey: null }
const ELSE: Partial<Project> = { ownerId: 'x', managerId: 'y', deputyId: null, lineLeadId: null, programmeKey: null }

const situation = (mine: boolean, restricted: boolean) => {
  const theProject = project({ ...(mine ? OWN : ELSE), restricted })
  const theBenefit = benefit(mine ? { ownerId: 'benefitOwner', delegateId: 'delegate' } : { ownerId: 'z' })
  const theIndicator = indicator({ measurerId: mine ? 'measurer' : 'w' })
  const facts = factsOf({ people, projects: [theProject], benefits: [theBenefit], indicators: [theIndicator] })
  const object: ActObject = {
    project: theProject,
    benefit: theBenefit,
    indicator: theIndicator,
    obligation: {
      kind: 'measurement',
      refKey: 'indicator',
      projectKey: 'project',
      assigneeId: mine ? 'measurer' : 'w',
      delegatedToId: null,
    },
    decision: decision('bp3'),
  }
  return { facts, object }
}

const actorOf = (who: Who): Person | null => people.find(({ personId }) => personId === who) ?? null

/** For each act, who may do it on their own project (open or restricted alike). Everyone else is refused. */
const OWN_ACTS: Record<Act, readonly Who[]> = {
  readProject: [...WHO],
  editProject: ['manager', 'deputy', 'owner', 'office'],
  editBenefit: ['delegate', 'benefitOwner', 'manager', 'deputy', 'owner', 'office'],
  editIndicator: ['delegate', 'benefitOwner', 'manager', 'deputy', 'owner', 'office'],
  recordMeasurement: ['measurer', 'delegate', 'benefitOwner', 'manager', 'deputy', 'owner', 'office'],
  publishReport: ['manager', 'deputy', 'owner', 'office'],
  answerObligation: ['measurer', 'delegate', 'benefitOwner', 'manager', 'deputy', 'owner', 'office'],
  approveWaiver: ['benefitOwner', 'owner', 'office'],
  prepareDecision: ['manager', 'deputy', 'owner', 'office'],
  decide: ['owner'],
  manageSubscription: ['manager', 'deputy', 'owner', 'leader', 'admin', 'office'],
  createProject: ['office'],
  managePeople: ['office'],
  import: ['office'],
  seeBotLog: ['office'],
  seeFaults: ['admin', 'office'],
  manageSettings: ['admin', 'office'],
  rankProjects: ['leader', 'office'],
  shareView: ['leader', 'office'],
}
/** Acts on a project, for which what one may see comes first. */
const ABOUT_PROJECT: readonly Act[] = ACTS.filter(
  (act) => !['createProject', 'managePeople', 'import', 'seeBotLog', 'seeFaults', 'manageSettings', 'shareView'].includes(act),
)
const NAMED: readonly Who[] = ['measurer', 'delegate', 'benefitOwner', 'manager', 'deputy', 'owner', 'lineLead', 'office']
const EVERYWHERE: readonly Who[] = ['office', 'leader', 'admin']

const answer = (who: Who, act: Act, mine: boolean, restricted: boolean): string => {
  const { facts, object } = situation(mine, restricted)
  const result = may(actorOf(who), act, ABOUT_PROJECT.includes(act) ? object : {}, facts)
  return result.ok ? 'ok' : result.code
}

describe.each(ACTS)('%s', (act) => {
  it.each(WHO)('by %s: own, other, own restricted, other restricted', (who) => {
    const own = OWN_ACTS[act].includes(who)
    const about = ABOUT_PROJECT.includes(act)
    const global = act === 'readProject' || (!about && own) || (own && EVERYWHERE.includes(who))
    const named = NAMED.includes(who)
    const sees = (visible: boolean, allowed: boolean) => (about && !visible ? 'notFound' : allowed ? 'ok' : 'notAllowed')
    expect(answer(who, act, true, false)).toBe(sees(true, own))
    expect(answer(who, act, false, false)).toBe(sees(true, global))
    expect(answer(who, act, true, true)).toBe(sees(named, own))
    expect(answer(who, act, false, true)).toBe(sees(who === 'office', global))
  })
})

describe('a restricted project', () => {
  const { facts, object } = situation(false, true)
  it('is refused exactly as one that does not exist', () => {
    for (const act of ABOUT_PROJECT) {
      if (act === 'manageSubscription' || act === 'rankProjects') continue
      expect(may(actorOf('employee'), act, object, facts)).toEqual(may(actorOf('employee'), act, {}, facts))
      expect(may(null, act, object, facts)).toEqual({ ok: false, code: 'notFound' })
    }
    expect(may(actorOf('leader'), 'manageSubscription', object, facts)).toEqual({ ok: false, code: 'notFound' })
  })

  it('is seen by the one something in it is delegated to, and by the programme’s owner', () => {
    const delegated = {
      ...object,
      obligation: { kind: 'measurement', refKey: 'indicator', projectKey: 'project', assigneeId: 'w', delegatedToId: 'employee' },
    } as const
    expect(may(actorOf('employee'), 'recordMeasurement', delegated, facts).ok).toBe(true)
    expect(may(actorOf('employee'), 'answerObligation', delegated, facts).ok).toBe(true)
    const back = { ...delegated, obligation: { ...delegated.obligation, delegatedUntil: '2026-05-20' } }
    expect(may(actorOf('employee'), 'answerObligation', { ...back, today: '2026-05-19' }, facts).ok).toBe(true)
    expect(may(actorOf('employee'), 'answerObligation', { ...back, today: '2026-05-20' }, facts)).toEqual({ ok: false, code: 'notFound' })
    const inProgramme = factsOf({ projects: [project({ restricted: true })] })
    const secret = { project: project({ restricted: true }) }
    expect(may(person('programme-owner'), 'readProject', secret, inProgramme).ok).toBe(true)
    expect(may(person('programme-owner'), 'readProject', secret)).toEqual({ ok: false, code: 'notFound' })
    expect(may(person('owner'), 'readProject', secret).ok).toBe(true)
  })

  it('is seen by those who answer for an action or a decision of it', () => {
    const secret = { project: project({ ...ELSE, restricted: true }) }
    const named = factsOf({
      projects: [secret.project],
      benefits: [benefit({ ownerId: 'z' })],
      benefitActions: [action({ responsibleId: 'doer' })],
      decisions: [decision('bp3', { responsibleId: 'follower' })],
    })
    expect(may(person('doer'), 'readProject', secret, named).ok).toBe(true)
    expect(may(person('follower'), 'readProject', secret, named).ok).toBe(true)
    expect(may(person('somebody'), 'readProject', secret, named)).toEqual({ ok: false, code: 'notFound' })
  })
})

describe('the project is found', () => {
  const { facts, object } = situation(true, false)
  it.each<[string, ActObject]>([
    ['from the indicator', { indicator: object.indicator }],
    ['from the benefit', { benefit: object.benefit }],
    ['from the obligation', { obligation: object.obligation }],
    ['from the decision', { decision: object.decision }],
  ])('%s', (_title, given) => expect(may(actorOf('owner'), 'editProject', given, facts).ok).toBe(true))

  it('from an action’s obligation, with its benefit', () => {
    const acting = factsOf({
      people,
      projects: [project(ELSE)],
      benefits: [benefit({ ownerId: 'benefitOwner' })],
      benefitActions: [action({ responsibleId: 'employee' })],
    })
    const obligation = { kind: 'action', refKey: 'action', projectKey: 'project', assigneeId: null, delegatedToId: null } as const
    expect(may(actorOf('benefitOwner'), 'editBenefit', { obligation }, acting).ok).toBe(true)
    expect(may(actorOf('employee'), 'answerObligation', { obligation }, acting).ok).toBe(true)
    expect(may(actorOf('measurer'), 'answerObligation', { obligation }, acting).ok).toBe(false)
  })

  it('or the act is refused', () => {
    expect(may(actorOf('office'), 'editProject', {}, facts)).toEqual({ ok: false, code: 'notFound' })
    expect(may(actorOf('office'), 'editProject', { indicator: object.indicator })).toEqual({ ok: false, code: 'notFound' })
    expect(may(actorOf('office'), 'answerObligation', { obligation: object.obligation })).toEqual({ ok: false, code: 'notFound' })
  })

  it('an answer without an obligation is the project’s people’s', () => {
    expect(may(actorOf('manager'), 'answerObligation', { project: object.project }, facts).ok).toBe(true)
    expect(may(actorOf('measurer'), 'answerObligation', { project: object.project }, facts).ok).toBe(false)
  })
})

describe('a delegate of a report, and subscriptions without a project', () => {
  it('the delegate may publish it', () => {
    const obligation = {
      kind: 'statusReport',
      refKey: 'project',
      projectKey: 'project',
      assigneeId: 'y',
      delegatedToId: 'employee',
    } as const
    expect(may(actorOf('employee'), 'publishReport', { obligation }, situation(false, false).facts).ok).toBe(true)
  })

  it.each(WHO)('%s', (who) => {
    expect(may(actorOf(who), 'manageSubscription').ok).toBe(EVERYWHERE.includes(who))
  })
})

describe('a person’s deputy', () => {
  const away = { deputyId: 'employee', deputyFrom: '2026-05-01', deputyTo: '2026-05-31' }
  const facts = factsOf({
    people: [...people.filter(({ personId }) => personId !== 'owner'), person('owner', away)],
    projects: [project(OWN)],
  })
  const object = { project: project({ ...OWN, restricted: true }) }
  it.each([
    ['2026-04-30', false],
    ['2026-05-01', true],
    ['2026-05-31', true],
    ['2026-06-01', false],
    [undefined, false],
  ])('may what the person may, in the deputy’s time only: %s %s', (today, expected) => {
    expect(may(actorOf('employee'), 'editProject', { ...object, today }, facts).ok).toBe(expected)
  })

  it('is not known without facts', () => {
    expect(may(actorOf('employee'), 'editProject', { project: project(OWN), today: '2026-05-10' }).ok).toBe(false)
  })

  it.each([
    [null, '2026-05-31', '2026-05-10', true],
    ['2026-05-01', null, '2027-05-10', true],
    [null, null, '2026-05-10', false],
  ])('from %s to %s on %s: %s', (deputyFrom, deputyTo, today, expected) => {
    const own = factsOf({ people: [person('owner', { deputyId: 'employee', deputyFrom, deputyTo })] })
    expect(may(actorOf('employee'), 'editProject', { project: project(OWN), today }, own).ok).toBe(expected)
  })
})

describe('a deputy without dates', () => {
  it.each<[string, Partial<Person>, boolean]>([
    ['nobody is away', {}, false],
    ['paused', { pausedUntil: '2026-05-11' }, true],
    ['paused no more', { pausedUntil: '2026-05-10' }, false],
    ['away by presence', { awaySince: '2026-05-01' }, true],
    ['away after the deputy’s time', { awaySince: '2026-05-01', deputyTo: '2026-05-09' }, false],
  ])('%s', (_when, more, expected) => {
    const facts = factsOf({ people: [...people, person('measurer', { deputyId: 'employee', ...more })], projects: [project(OWN)] })
    const obligation = {
      kind: 'measurement',
      refKey: 'indicator',
      projectKey: 'project',
      assigneeId: 'measurer',
      delegatedToId: null,
    } as const
    expect(may(actorOf('employee'), 'answerObligation', { obligation, today: '2026-05-10' }, facts).ok).toBe(expected)
  })
})

describe('who decides', () => {
  const { facts, object } = situation(true, false)
  it('is said by the method profile: leaders for BP1, BP2, BP6 and the board, the project owner for BP3 to BP5', () => {
    for (const point of DECISION_KINDS) {
      const deciders = WHO.filter((who) => may(actorOf(who), 'decide', { ...object, decision: decision(point) }, facts).ok)
      expect(deciders).toEqual([DEFAULT_SETTINGS.decides[point] === 'leader' ? 'leader' : 'owner'])
    }
  })

  it('can be set', () => {
    const settings = { ...DEFAULT_SETTINGS, decides: { ...DEFAULT_SETTINGS.decides, bp3: 'leader' as const } }
    expect(may(actorOf('leader'), 'decide', { ...object, settings }, facts).ok).toBe(true)
    expect(may(actorOf('owner'), 'decide', { ...object, settings }, facts).ok).toBe(false)
  })

  it('is nobody when the point is not named', () => {
    expect(may(actorOf('owner'), 'decide', { project: object.project }, facts)).toEqual({ ok: false, code: 'notAllowed' })
  })
})
