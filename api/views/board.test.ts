import { describe, expect, it } from 'vitest'
import { benefit, decision, factsOf, indicator, measurement, peopleWith, person, project, report } from '#domain/facts.fixture.ts'
import { type BoardAsker, boardView } from './board.ts'
import { viewContext } from './context.ts'

const TODAY = '2026-05-18'
type Rows = NonNullable<Parameters<typeof factsOf>[0]>
const leader = person('leader', { roles: ['leader'] })
const people = peopleWith(leader)
/** In its phase since the week before, so that no report is asked for yet. */
const running = (more: Parameters<typeof project>[0]) => project({ phaseEnteredOn: '2026-05-16', ...more })
const boardOf = (rows: Rows, more: Partial<BoardAsker> = {}) =>
  boardView(viewContext(factsOf({ people, benefits: [], indicators: [], ...rows }), TODAY), {
    person: leader,
    language: 'nb',
    version: 'v',
    until: null,
    group: null,
    ...more,
  })
const planned = (projectKey: string, point: 'bp2' | 'bp3' | 'bp4' | 'board', dueOn: string) =>
  decision(point, { key: `${projectKey}:${point}:1`, projectKey, outcome: null, dueOn })
const red = (month: string) => report(month, `${month}-28T10:00:00Z`, { rows: [{ row: 'overall', rating: 'red', comment: 'x' }] })

describe('the agenda', () => {
  const rows: Rows = {
    projects: [
      running({ key: 'calm', title: 'Rolig', phase: 'deliver' }),
      running({ key: 'due', title: 'Snart', phase: 'concept' }),
      running({ key: 'late', title: 'Sein', phase: 'deliver' }),
      running({ key: 'later', title: 'Siden', phase: 'deliver' }),
      running({ key: 'red', title: 'Rød', phase: 'plan' }),
      running({ key: 'told', title: 'Fulgt', phase: 'plan' }),
      running({ key: 'gone', title: 'Stanset', phase: 'plan', state: 'stopped', stoppedOn: '2026-03-01' }),
    ],
    decisions: [
      planned('due', 'bp2', '2026-06-15'),
      planned('late', 'bp4', '2026-05-11'),
      planned('later', 'bp4', '2026-06-16'),
      planned('gone', 'bp3', '2026-05-20'),
      decision('bp2', {
        key: 'asked',
        projectKey: 'told',
        outcome: 'adjust',
        decidedOn: '2026-03-02',
        responsibleId: 'responsible',
        dueOn: '2026-04-13',
      }),
    ],
    statusReports: [red('2026-03'), red('2026-04')].map((one) => ({ ...one, projectKey: 'red', key: `red:${one.period}` })),
    log: [
      {
        ...decision('bp2'),
        key: 'decision:asked',
        what: 'decisionTaken',
        refKey: 'asked',
        before: null,
        after: null,
        why: 'Planen må bli med.',
      },
    ],
  }
  const titles = (more: Partial<BoardAsker> = {}) => boardOf(rows, more).cases.map(({ title, reason }) => `${title}: ${reason}`)

  it('takes what is late first, then what is due within four weeks, candidates for stopping and missing follow-ups', () => {
    expect(titles()).toEqual(['Sein: late', 'Snart: due', 'Rød: stopCandidate', 'Fulgt: followUp'])
    expect(boardOf(rows).until).toBe('2026-06-15')
    expect(titles({ until: '2026-06-16' })).toContain('Siden: due')
  })

  it('is one group’s when that is asked for; a candidate for stopping is the leaders’ too, and so is what they asked for', () => {
    expect(titles({ group: 'leader' })).toEqual(['Snart: due', 'Rød: stopCandidate', 'Fulgt: followUp'])
    expect(titles({ group: 'projectOwner' })).toEqual(['Sein: late', 'Rød: stopCandidate', 'Fulgt: followUp'])
  })

  it('says why, and what was asked for, and names nobody as late', () => {
    const [, , stop, followUp] = boardOf(rows).cases
    expect(stop?.stopReasons).toEqual(['Avvik i overordnet status to rapporter på rad'])
    expect(followUp?.lateFollowUps).toEqual([
      { pointTitle: 'BP2', outcome: 'adjust', decidedOn: '2026-03-02', dueOn: '2026-04-13', reason: 'Planen må bli med.' },
    ])
    expect(JSON.stringify(followUp)).not.toContain('responsible')
  })

  it('leaves out what a person may not see', () => {
    const hidden = ['late', 'later']
    const secret = { ...rows, projects: (rows.projects ?? []).map((one) => ({ ...one, restricted: hidden.includes(one.key) })) }
    expect(boardOf(secret).cases.map(({ key }) => key)).toEqual(['due', 'red', 'told'])
    expect(boardOf(secret).later).toEqual([])
  })

  it('says what comes after the meeting, with what it lacks, and whether somebody has asked for it', () => {
    const realising = running({ key: 'yearly', title: 'Årlig', phase: 'realise', phaseEnteredOn: '2025-07-01' })
    const with6 = { ...rows, projects: [...(rows.projects ?? []), realising] }
    expect(boardOf(with6).later).toMatchObject([
      { key: 'later', point: 'bp4', dueOn: '2026-06-16', requested: true, firstTitle: null },
      { key: 'yearly', point: 'bp6', dueOn: '2026-07-01', requested: false },
    ])
    expect(boardOf(with6).later[0]?.requirements.missing.length).toBeGreaterThan(0)
    expect(boardOf(with6, { group: 'leader' }).later.map(({ key }) => key)).toEqual(['yearly'])
    expect(boardOf(with6, { until: '2026-07-01' }).cases.filter(({ key }) => key === 'yearly')).toMatchObject([
      { reason: 'due', point: 'bp6', requested: false, canDecide: true },
    ])
  })

  it('puts what the board itself is to decide beside the point of the project, and a point further on after the one before it', () => {
    const board = boardOf({
      projects: [running({ key: 'due', title: 'Snart', phase: 'concept' })],
      decisions: [planned('due', 'bp2', '2026-06-10'), planned('due', 'bp3', '2026-06-12'), planned('due', 'board', '2026-06-01')],
    })
    expect(board.cases.map(({ point, decider, firstTitle, canDecide }) => [point, decider, firstTitle, canDecide])).toEqual([
      ['board', 'leader', null, true],
      ['bp2', 'leader', null, true],
      ['bp3', 'projectOwner', 'BP2', false],
    ])
    expect(board.cases[0]).toMatchObject({ pointTitle: 'Porteføljestyret', opens: null, requirements: { all: 0, missing: [] } })
  })
})

describe('a case', () => {
  it('says what is asked, how the benefits go and what the point still lacks', () => {
    const [first] = boardOf({
      projects: [project({ phase: 'plan', mainIndicatorKey: 'second' })],
      benefits: [benefit(), benefit({ key: 'b2', title: 'Uten', ownerId: null })],
      indicators: [indicator({ title: 'Tid' }), indicator({ key: 'second', title: 'Hoved' })],
      measurements: [measurement('2026-04-30', { indicatorKey: 'second', value: 30 })],
      statusReports: [report('2026-04', '2026-05-05T10:00:00Z', { decisionNeeded: 'Mer tid til opplæring' })],
      decisions: [
        { ...planned('project', 'bp3', '2026-05-20'), waivers: [{ rule: 'lineLead', reason: 'avklares i juni', byId: 'owner' }] },
      ],
    }).cases
    expect(first).toMatchObject({ asked: 'Mer tid til opplæring', opens: 'Gjennomføre', phaseTitle: 'Planlegge', canDecide: false })
    expect(first?.benefits.map(({ title, assessment }) => [title, assessment?.currentValue ?? null])).toEqual([
      ['Hoved', 30],
      ['Uten', null],
    ])
    expect(first?.requirements.missing).toContain('Legg til en måleindikator for «Uten».')
    expect(first?.requirements.missing.at(-1)).toMatch(
      /^Få på plass: Styringsdokument, Gevinstrealiseringsplan, .*Arkitekturen er godkjent\.$/,
    )
    expect(first?.requirements.waivers).toMatchObject([{ text: 'Sett inn en linjeansvarlig.', waiver: { by: { name: 'owner' } } }])
  })
})
