import { describe, expect, it } from 'vitest'
import { agendaOf } from './agenda.ts'
import { addDays } from './dates.ts'
import { decision, factsOf, project } from './facts.fixture.ts'
import type { Decision, Project } from './model.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const TODAY = '2026-05-18'
const UNTIL = '2026-06-15'
const asked = (point: Decision['point'], dueOn: string | null, more: Partial<Decision> = {}) =>
  decision(point, { key: `project:${point}:${more.occurrence ?? 1}`, outcome: null, decidedById: null, decidedOn: null, dueOn, ...more })
const agenda = (more: Partial<Project>, decisions: Decision[], settings = DEFAULT_SETTINGS) => {
  const facts = factsOf({ projects: [project({ phase: 'concept', phaseEnteredOn: '2026-01-10', ...more })], decisions })
  const of = facts.tables.projects.get('project') as Project
  return agendaOf(of, { facts, settings, today: TODAY }, UNTIL).map(
    ({ point, dueOn, when, first, planned }) => `${point} ${dueOn} ${when}${first ? ` after ${first}` : ''}${planned ? '' : ' unasked'}`,
  )
}
const realising: Partial<Project> = { phase: 'realise', phaseEnteredOn: '2025-06-01' }

describe('the decisions of a project that have a day', () => {
  it.each<[string, Partial<Project>, Decision[], string[]]>([
    ['none without a day', {}, [asked('bp2', null)], []],
    ['one that is due by the meeting', {}, [asked('bp2', UNTIL)], [`bp2 ${UNTIL} due`]],
    ['one of today', {}, [asked('bp2', TODAY)], [`bp2 ${TODAY} due`]],
    ['one past its day', {}, [asked('bp2', '2026-05-17')], ['bp2 2026-05-17 late']],
    ['one the day after the meeting', {}, [asked('bp2', '2026-06-16')], ['bp2 2026-06-16 later']],
    ['one at the end of the sixty days', {}, [asked('bp2', addDays(TODAY, 60))], [`bp2 ${addDays(TODAY, 60)} later`]],
    ['not one beyond them', {}, [asked('bp2', addDays(TODAY, 61))], []],
    ['not one that has been taken', {}, [decision('bp2', { decidedOn: TODAY, dueOn: UNTIL })], []],
    [
      'the board’s own, and one further on, earliest first',
      {},
      [asked('bp3', '2026-06-20'), asked('board', '2026-06-01'), asked('bp2', '2026-06-10')],
      ['board 2026-06-01 due', 'bp2 2026-06-10 due', 'bp3 2026-06-20 later after bp2'],
    ],
    ['not of a point behind it', {}, [asked('bp1', '2026-06-01')], []],
    ['the yearly one that nobody has asked for', realising, [], ['bp6 2026-06-01 due unasked']],
    ['the yearly one on the day somebody has given it', realising, [asked('bp6', '2026-06-20')], ['bp6 2026-06-20 later']],
    [
      'the yearly one a year after it was last held',
      realising,
      [decision('bp6', { decidedOn: '2025-07-01' }), asked('bp6', null, { occurrence: 2 })],
      ['bp6 2026-07-01 later'],
    ],
    ['the yearly one that was not held', { ...realising, phaseEnteredOn: '2025-05-01' }, [], ['bp6 2026-05-01 late unasked']],
    [
      'nothing late or yearly of a project on hold',
      { ...realising, state: 'onHold', holdFrom: '2026-05-01' },
      [asked('board', '2026-05-01')],
      [],
    ],
    ['what is planned while it is on hold', { state: 'onHold', holdFrom: '2026-05-01' }, [asked('bp2', UNTIL)], [`bp2 ${UNTIL} due`]],
    ['nothing of one that is over', { state: 'stopped' }, [asked('bp2', UNTIL)], []],
  ])('%s', (_title, more, decisions, expected) => expect(agenda(more, decisions)).toEqual(expected))

  it('asks for nothing yearly from before the municipality began', () =>
    expect(agenda({ ...realising, phaseEnteredOn: '2024-05-01' }, [], { ...DEFAULT_SETTINGS, startOn: '2026-01-01' })).toEqual([
      'bp6 2026-05-01 late unasked',
    ]))
})
