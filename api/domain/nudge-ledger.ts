import type { NudgeStep } from './codes.ts'
import { isoWeek } from './dates.ts'
import type { Facts } from './facts.ts'
import type { CivilDate, NudgeRecord, PersonId } from './model.ts'

/**
 * What has been sent, read from the ledger's rows. A row that is claimed, sent or unknown counts: an ambiguous send may have
 * arrived, so its steps are done and its card counts towards the limits (model.md, «Rules that the names carry»).
 */
export interface Ledger {
  /** The day a step of this obligation and round was sent; undefined when it was not. */
  sentOn(obligationKey: string, round: number, step: NudgeStep): CivilDate | undefined
  /** The day a person was asked about the obligation in this round, office digests aside; undefined when never. */
  askedOn(obligationKey: string, round: number, personId: PersonId): CivilDate | undefined
  /** Whether this member of the office has had the obligation's digest in this round. */
  digestSentTo(obligationKey: string, round: number, personId: PersonId): boolean
  /** Cards to a person on a day, and in its ISO week. */
  cards(personId: PersonId, day: CivilDate): { today: number; week: number }
}

export const counts = ({ state }: Pick<NudgeRecord, 'state'>): boolean => state === 'claimed' || state === 'sent' || state === 'unknown'

const ledgers = new WeakMap<Facts, Ledger>()

/** Reads the ledger, once for the same picture of the lists: a pass, and each card in it, asks again and again. */
export function readLedger(facts: Facts): Ledger {
  const known = ledgers.get(facts)
  if (known) return known
  const ledger = read(facts)
  ledgers.set(facts, ledger)
  return ledger
}

function read(facts: Facts): Ledger {
  const sent = new Map<string, CivilDate>()
  const asked = new Map<string, CivilDate>()
  const digests = new Set<string>()
  for (const row of facts.tables.nudges.values()) {
    if (!counts(row)) continue
    for (const { obligationKey, round, step } of row.steps) {
      sent.set(`${obligationKey}|${round}|${step}`, row.day)
      const person = `${obligationKey}|${round}|${row.personId}`
      if (step === 'office') digests.add(person)
      else if ((asked.get(person) ?? '') < row.day) asked.set(person, row.day)
    }
  }
  return {
    sentOn: (key, round, step) => sent.get(`${key}|${round}|${step}`),
    askedOn: (key, round, personId) => asked.get(`${key}|${round}|${personId}`),
    digestSentTo: (key, round, personId) => digests.has(`${key}|${round}|${personId}`),
    cards: (personId, day) => {
      const { year, week } = isoWeek(day)
      const rows = (facts.nudgesByPerson.get(personId) ?? []).filter(counts)
      const inWeek = rows.filter((row) => {
        const own = isoWeek(row.day)
        return own.year === year && own.week === week
      })
      return { today: rows.filter((row) => row.day === day).length, week: inWeek.length }
    },
  }
}
