import { describe, expect, it } from 'vitest'
import { factsOf, measurement, peopleWith, person, project, stored } from '#domain/facts.fixture.ts'
import type { NudgeStepEntry, Person, Project } from '#domain/model.ts'
import { viewContext } from './context.ts'
import { nudgeCardView } from './nudge-card.ts'

const APRIL = 'measurement:indicator:2026-04-30'
const TODAY = '2026-05-29'
const secret = { title: 'Secret project', restricted: true }

const step = (more: Partial<NudgeStepEntry> = {}): NudgeStepEntry => ({
  ...{ obligationKey: APRIL, round: 1, step: 'first', why: 'measurer', ...more },
})

/** The card of one step as a person sees it. */
function blockOf(reader: Person, entry: NudgeStepEntry, rows: Parameters<typeof factsOf>[0] = {}, of: Partial<Project> = {}) {
  const facts = factsOf({ people: peopleWith(reader), projects: [project(of)], ...rows })
  const view = nudgeCardView(viewContext(facts, TODAY), {
    nudge: { key: `${reader.personId}:${TODAY}`, steps: [entry] },
    reader,
    tabUrl: (place) => `https://tab/${place.kind}`,
    now: `${TODAY}T07:00:00.000Z`,
    snoozeChoices: () => [1],
  })
  return { block: view.blocks[0], view }
}

describe('a card about a project that its reader may not read any more', () => {
  const answered = { measurements: [measurement('2026-04-30', { periodKey: '2026-04-30', value: 31, actorId: 'owner' })] }
  it.each([
    ['waits', {}, {}, step()],
    ['is answered', answered, {}, step()],
    ['is on hold', {}, { state: 'onHold', holdFrom: '2026-05-01' }, step()],
    ['is put off', { obligations: [stored('2026-04-30', '2026-05-10', '2026-05-18', { snoozedUntil: '2026-06-30' })] }, {}, step()],
    ['is only in the lists', { indicators: [], obligations: [stored('2026-04-30', '2026-05-10', '2026-05-18')] }, {}, step()],
    ['was the office’s', {}, {}, step({ step: 'office', why: 'office' })],
  ] as const)('says nothing of it when its question %s', (_what, rows, of, entry) => {
    const { view } = blockOf(person('former'), entry, rows, { ...secret, ...of })
    expect(view.blocks).toEqual([
      {
        n: 0,
        obligationKey: APRIL,
        title: '',
        projectTitle: '',
        url: 'https://tab/tasks',
        kind: 'resting',
        why: 'lapsed',
        until: null,
        name: null,
      },
    ])
  })

  it('shows it to those who are named on it', () => {
    expect(blockOf(person('measurer'), step(), {}, secret).block).toMatchObject({ kind: 'measure', projectTitle: 'Secret project' })
  })
})

describe('a card to somebody who may read but not answer', () => {
  const report = step({ obligationKey: 'statusreport:project:2026-04' })
  const told = { kind: 'task', title: 'Indicator', url: 'https://tab/project', dueOn: '2026-05-11' }

  it.each([
    ['the ladder’s step to the programme owner', person('programme-owner'), step({ step: 'leader', why: 'programmeOwner' }), told],
    ['that step to the programme owner’s deputy', person('stand-in'), step({ step: 'leader', why: 'deputy' }), told],
    ['«mangler ansvarlig» to the programme owner', person('programme-owner'), step({ why: 'programmeOwner' }), told],
    [
      'a missing report to the programme owner',
      person('programme-owner'),
      { ...report, step: 'leader' as const },
      { kind: 'task', title: 'Project' },
    ],
    ['a question to somebody who measured before', person('former'), step(), { kind: 'resting', why: 'notYours' }],
  ])('%s', (_what, reader, entry, expected) => {
    const delivering = entry.obligationKey === report.obligationKey ? { phase: 'deliver' as const } : {}
    expect(blockOf(reader, entry, {}, delivering).block).toMatchObject(expected)
  })
})
