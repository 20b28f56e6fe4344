import type { CivilDate } from '#domain/model.ts'
import { workingDay, workingTime } from './days.ts'
import { FIRST_PEOPLE, localPerson, personRow } from './people.ts'
import { randomOf } from './random.ts'
import type { Scenario } from './scenario.ts'

export const EMPTY: Scenario = {
  name: 'empty',
  description: 'En fersk installasjon: én person for hver rolle, og ingen prosjekter ennå.',
  people: FIRST_PEOPLE.map(localPerson),
  channels: [{ id: '19:ledergruppen@thread.tacv2', team: 'Kommunedirektørens ledergruppe', name: 'Prosjekter og gevinster' }],
  records: (today: CivilDate) => ({
    people: FIRST_PEOPLE.map((who) => personRow(who, workingTime(workingDay(today, -0.1), randomOf(who)))),
  }),
}
