import type { CivilDate, Stamp } from '#domain/model.ts'
import { workingDay, workingTime } from '../days.ts'
import { idOf, type Who } from '../people.ts'
import { randomOf } from '../random.ts'
import { stampOf } from '../stamp.ts'
import type { ProjectSpec } from './spec.ts'

/** The days a build is made for. */
export interface Frame {
  today: CivilDate
  /** The day the municipality began to use the tool; older figures came in by import, older reports lie in the archive. */
  usedFrom: CivilDate
}

/** A row written by somebody in the tab, some time on a working day. */
export const madeBy = (key: string, who: Who, day: CivilDate): Stamp =>
  stampOf(key, { actorId: idOf(who), actedAt: workingTime(day, randomOf(key)), via: 'tab' })

/** When the phase the project is in began: the last decision, or the day the idea was registered. */
export const enteredOn = (spec: ProjectSpec, today: CivilDate): CivilDate => workingDay(today, spec.taken.at(-1) ?? spec.idea)

export const idOrNull = (who: Who | null | undefined): string | null => (who ? idOf(who) : null)
