import type { CivilDate, SettingRecord } from '#domain/model.ts'
import { workingDay, workingDayAhead, workingTime } from './days.ts'
import type { Months, ProjectSpec } from './demo/spec.ts'
import { DEMO, municipality, type Telling } from './demo.ts'
import { idOf } from './people.ts'
import { randomOf } from './random.ts'
import type { Scenario } from './scenario.ts'
import { stampOf } from './stamp.ts'

/** What the portfolio board has before it: points that are late or come up today, and what it asked for and has not heard of. */
const CASES: Readonly<Record<string, Partial<ProjectSpec>>> = {
  innovasjonskultur: { next: { in: 0 } },
  innolab: { next: { in: -0.4 } },
  virksomhetsarkitektur: { next: { in: -0.8 } },
  'digital-innbyggerdialog': { next: { in: 0, lacks: ['indicator', 'baseline'] } },
  'e-laering': { next: { in: -0.2 } },
  kominn: { asked: { at: -2.2, due: -0.7, what: 'Avklar hvem som eier ideer på tvers av områdene.' } },
}

const told: Telling = (spec) => ({ ...spec, ...CASES[spec.key] })

/** Projects whose own board meets, and when: each reports before its meetings instead of monthly. */
const MEETINGS: Readonly<Record<string, readonly Months[]>> = {
  kominn: [0.1, 2, 4],
  'robot-i-saksbehandlingen': [0.2, 3],
  virksomhetsarkitektur: [1, 3],
}

function meetings(today: CivilDate): SettingRecord {
  const validFrom = workingDay(today, -0.3)
  const value = Object.fromEntries(
    Object.entries(MEETINGS).map(([key, months]) => [key, months.map((month) => workingDayAhead(today, month))]),
  )
  const key = `meetings:${validFrom}`
  const stamp = stampOf(key, { actorId: idOf('anne'), actedAt: workingTime(workingDay(today, -0.4), randomOf(key)), via: 'tab' })
  return { ...stamp, name: 'meetings', validFrom, value }
}

/** The demo municipality on the morning its portfolio board meets. */
export const BOARD_DAY: Scenario = {
  ...DEMO,
  name: 'board-day',
  description:
    'Eksempel kommune den dagen porteføljestyret møtes: fem beslutningspunkter på dagen eller over tida, en oppfølging som mangler, og en kandidat til stopp.',
  records: (today) => {
    const rows = municipality(today, told)
    return { ...rows, settings: [...rows.settings, meetings(today)] }
  },
}
