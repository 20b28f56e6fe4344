import type { CivilDate, Person, Programme, SettingRecord } from '#domain/model.ts'
import { monthsFrom, workingDay, workingTime } from './days.ts'
import { type ProjectRows, projectRows } from './demo/builder.ts'
import type { Frame } from './demo/made-by.ts'
import { PROGRAMMES } from './demo/programmes.ts'
import type { ProgrammeCode, ProjectSpec } from './demo/spec.ts'
import { ALL_PEOPLE, idOf, localPerson, personRow } from './people.ts'
import { randomOf } from './random.ts'
import type { Scenario, ScenarioRecords } from './scenario.ts'
import { stampOf } from './stamp.ts'

const MONTHS_IN_USE = 12

/** The first day of a month a year ago. */
const usedFrom = (today: CivilDate): CivilDate => `${monthsFrom(today, -MONTHS_IN_USE).slice(0, 7)}-01`

/** Everybody; Gro is on leave and has a deputy in the meantime. */
function people(today: CivilDate, since: CivilDate): Person[] {
  return ALL_PEOPLE.map((who) => {
    const row = personRow(who, workingTime(workingDay(since, 0), randomOf(who)))
    if (who !== 'gro') return row
    return { ...row, deputyId: idOf('bjorn'), deputyFrom: workingDay(today, -0.8), deputyTo: monthsFrom(today, 1.6) }
  })
}

function settings(since: CivilDate): SettingRecord[] {
  const stamp = stampOf(`startOn:${since}`.toLowerCase(), {
    actorId: idOf('anne'),
    actedAt: workingTime(workingDay(since, 0), randomOf('startOn')),
    via: 'tab',
  })
  return [{ ...stamp, name: 'startOn', validFrom: since, value: since }]
}

const programmes = (since: CivilDate): Programme[] =>
  Object.entries(PROGRAMMES).map(([key, { title, owner, belongsRule }]) => ({
    ...stampOf(key, { actorId: idOf('anne'), actedAt: workingTime(workingDay(since, 0), randomOf(key)), via: 'tab' }),
    title,
    ownerId: idOf(owner),
    belongsRule,
    active: true,
  }))

function allProjects(frame: Frame, told: Telling): ProjectRows {
  const parts = (Object.keys(PROGRAMMES) as ProgrammeCode[]).flatMap((code) =>
    PROGRAMMES[code].projects.map((spec) => projectRows(told(spec), code, frame)),
  )
  return {
    projects: parts.flatMap((part) => part.projects),
    decisions: parts.flatMap((part) => part.decisions),
    benefits: parts.flatMap((part) => part.benefits),
    benefitActions: parts.flatMap((part) => part.benefitActions),
    indicators: parts.flatMap((part) => part.indicators),
    measurements: parts.flatMap((part) => part.measurements),
    statusReports: parts.flatMap((part) => part.statusReports),
    log: parts.flatMap((part) => part.log),
  }
}

/** How a project is told in a situation of its own; the demo tells it as it is written. */
export type Telling = (spec: ProjectSpec) => ProjectSpec

/** Eksempel kommune as it stands on `today`, with its projects told as the situation has them. */
export function municipality(
  today: CivilDate,
  told: Telling = (spec) => spec,
): Required<Pick<ScenarioRecords, 'settings'>> & ScenarioRecords {
  const since = usedFrom(today)
  return {
    settings: settings(since),
    people: people(today, since),
    programmes: programmes(since),
    ...allProjects({ today, usedFrom: since }, told),
  }
}

/** Names follow the strategies of five municipalities; every figure, date and person is invented. */
export const DEMO: Scenario = {
  name: 'demo',
  description: 'Eksempel kommune: 24 prosjekter i alle faser, to års målinger, og to målinger og én statusrapport som er forfalt.',
  people: ALL_PEOPLE.map(localPerson),
  channels: [
    { id: '19:ledergruppen@thread.tacv2', team: 'Kommunedirektørens ledergruppe', name: 'Prosjekter og gevinster' },
    { id: '19:portefoljekontoret@thread.tacv2', team: 'Porteføljekontoret', name: 'Generelt' },
    { id: '19:oppvekst@thread.tacv2', team: 'Oppvekst', name: 'Forbedringer' },
  ],
  records: (today) => municipality(today),
}
