import { sentenceOf } from '#contract/texts/refusals.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { Person } from '#domain/model.ts'
import { refuse } from '#domain/result.ts'
import { importFile } from '#usecases/import-file.ts'
import { openDataFile } from './data-file.ts'
import type { ImportInto } from './import.ts'

/** Brings a file into a scenario's data file by the product's own path: list server, Graph client, use case. */
export const importInto: ImportInto = async (dataFile, as, body) => {
  const opened = await openDataFile(dataFile)
  if (!opened.ok) return opened
  const { lists, now } = opened.value
  try {
    const person = personAs(as, [...lists.store.snapshot().facts.tables.people.values()])
    if (!person)
      return refuse({
        code: 'unknownPerson',
        sentence: `Nobody in the data file is «${as}». Use a role (office) or an id of the list Personer.`,
      })
    const language = person.language ?? 'nb'
    const done = await importFile(
      {
        fileName: body.fileName,
        bytes: new Uint8Array(Buffer.from(body.contentBase64, 'base64')),
        mapping: body.mapping,
        dryRun: body.dryRun,
      },
      { personId: person.personId, via: 'import', now, today: civilDateOf(now), language },
      { store: lists.store },
    )
    return done.ok ? done : refuse({ code: done.code, sentence: sentenceOf(done, language) })
  } finally {
    await lists.close()
  }
}

function personAs(as: string, people: readonly Person[]): Person | undefined {
  return people.find((person) => person.roles.some((role) => role === as)) ?? people.find((person) => person.personId === as.toLowerCase())
}
