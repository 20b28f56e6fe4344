import type { CivilDate, StatusReport } from '#domain/model.ts'
import { workingDay } from './days.ts'
import type { Months } from './demo/spec.ts'
import { DEMO, municipality } from './demo.ts'
import { type Act, followed } from './overdue/followed.ts'
import type { Scenario, ScenarioRecords } from './scenario.ts'

/** Since when nobody has answered for a project: the longer, the higher on the ladder it stands today. */
const SILENT: Readonly<Record<string, Months>> = {
  'brukerfokusert-barne-familieenheten': -2.6,
  'prosessmodellering-soeknader': -1.9,
  'e-laering': -3.2,
  'digital-kompetanse': -1.5,
  kominn: -1.2,
  boligkontoret: -1.9,
  'robot-i-saksbehandlingen': -2.6,
  'elektroniske-tjenester': -1.5,
  'doegnaapent-servicetorg': -3.2,
  'enklere-samhandling': -2.6,
}

/** How far back the daily sending is played through; what was asked about before that is answered long ago. */
const FOLLOWED: Months = -3.6

/** What people did with what they were asked for, other than to answer it. */
const ACTS: readonly Act[] = [
  { at: -0.1, project: 'prosessmodellering-soeknader', kind: 'measurement', do: 'delegate', to: 'randi', why: 'Jeg er på kurs denne uka.' },
  {
    at: -0.25,
    project: 'brukerfokusert-barne-familieenheten',
    kind: 'measurement',
    do: 'notRelevant',
    why: 'Ordningen er lagt om, og tallet føres ikke lenger.',
  },
]

/** The demo municipality where many have had other things to do than to answer, and the sending has gone its way. */
function records(today: CivilDate): ScenarioRecords {
  const rows = municipality(today)
  const silentFrom = new Map(Object.entries(SILENT).map(([key, months]) => [key, workingDay(today, months)]))
  const answered = (projectKey: string, at: string): boolean => at.slice(0, 10) < (silentFrom.get(projectKey) ?? today)
  const statusReports = (rows.statusReports ?? []).filter((report: StatusReport) => answered(report.projectKey, report.actedAt))
  const kept = new Set(statusReports.map(({ key }) => key))
  return followed(
    {
      ...rows,
      measurements: (rows.measurements ?? []).filter(({ projectKey, actedAt }) => answered(projectKey, actedAt)),
      statusReports,
      log: (rows.log ?? []).filter(({ what, refKey }) => what !== 'reportCorrection' || kept.has(refKey)),
    },
    { from: workingDay(today, FOLLOWED), until: today, acts: ACTS },
  )
}

export const OVERDUE: Scenario = {
  ...DEMO,
  name: 'overdue',
  description:
    'Eksempel kommune når mange svar er forfalt: stigen står på alle trinn, ett svar er delegert, og ett forslag om «ikke lenger aktuelt» venter.',
  records,
}
