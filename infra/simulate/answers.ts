import { REPORT_ROWS } from '#domain/codes.ts'
import type { NudgeRecord } from '#domain/model.ts'
import type { LocalWorld } from '../local/world.ts'

/** People answer a share of their cards, each through the card itself: what a press would send goes to the bot. */
export async function answerCards(world: LocalWorld, rows: readonly NudgeRecord[], random: () => number, share: number): Promise<void> {
  for (const row of [...rows].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const as = world.directory.people.find((person) => person.personId === row.personId)?.name
    if (as === undefined || row.activityId === null || random() >= share) continue
    await answerCard(world, row, as)
  }
}

/** Every question of one card that a card can be answered for; `onAnswered` hears how many milliseconds each took. */
export async function answerCard(
  world: LocalWorld,
  row: NudgeRecord,
  as: string,
  onAnswered: (ms: number) => void = () => undefined,
): Promise<void> {
  for (const [n, { obligationKey }] of row.steps.entries()) {
    const press = pressOf(world, obligationKey, n)
    if (!press) continue
    const pressed = performance.now()
    const answered = await fetch(`${world.url}/local/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        activityId: row.activityId,
        as,
        verb: press.verb,
        data: { ...press.data, nudgeKey: row.key, obligationKey, n, card: 1 },
      }),
    })
    await answered.text()
    if (answered.status >= 500) throw new Error(`an answer got ${answered.status}`)
    onAnswered(performance.now() - pressed)
  }
}

interface Press {
  verb: string
  data: Record<string, string | number>
}

/** The last value again for a measurement, all green for a report; other obligations are not answered in a card. */
function pressOf(world: LocalWorld, obligationKey: string, n: number): Press | null {
  const { facts } = world.lists.store.snapshot()
  const row = facts.tables.obligations.get(obligationKey)
  if (row?.kind === 'statusReport') {
    return {
      verb: 'publishReport',
      data: { seenVersion: 0, ...Object.fromEntries(REPORT_ROWS.map((name) => [`rating_${n}_${name}`, 'green'])) },
    }
  }
  if (row?.kind !== 'measurement' && row?.kind !== 'baseline') return null
  const last = (facts.measurementsByIndicator.get(row.refKey) ?? []).findLast((measurement) => measurement.value !== null)
  const indicator = facts.tables.indicators.get(row.refKey)
  return { verb: 'recordMeasurement', data: { [`value_${n}`]: String(last?.value ?? indicator?.baseline ?? 1).replace('.', ',') } }
}
