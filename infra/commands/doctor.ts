import type { Graph } from '#data/graph.ts'
import { itemsPath, type ListItem } from '#data/list-reader.ts'
import { LIST_CODES, LISTS, SCHEMA_VERSION } from '#data/lists.ts'
import { openSite, type Site } from '#data/site.ts'
import { openStore } from '#data/store.ts'
import type { Facts } from '#domain/facts.ts'
import type { Person } from '#domain/model.ts'
import { type ProvisionReport, provision } from '../lists/provision.ts'
import {
  clockFinding,
  directoryClosed,
  type Finding,
  goneFinding,
  newerRows,
  officeMissing,
  readOnly,
  rowFinding,
  schemaFindings,
  siteFinding,
  sizeFinding,
} from './doctor-findings.ts'

export type { Finding } from './doctor-findings.ts'

/**
 * Looks at the site as the app sees it: token, right to the site, clock, lists, columns, indexes, sizes, rows and people.
 * Changes nothing. `now` is this machine's clock at the time of asking. Every finding says what to do.
 */
export async function examine(graph: Graph, siteUrl: string, now: string): Promise<Finding[]> {
  const site = await openSite(graph, siteUrl)
  const clock = clockFinding(graph.serverDate(), now)
  const findings: Finding[] = clock ? [clock] : []
  if (!site.ok) return [...findings, siteFinding(site)]
  const planned = await provision({ graph, siteUrl, dryRun: true })
  if (!planned.ok) return [...findings, siteFinding(planned)]
  findings.push(...schemaFindings(planned.value))
  if (await mayOnlyRead(graph, site.value)) findings.push(readOnly)
  const store = await openStore({ graph, site: site.value, now: () => now })
  if (!store.ok) return [...findings, siteFinding(store)]
  const { facts, faults } = store.value.snapshot()
  for (const fault of faults) {
    const finding = rowFinding(fault)
    if (finding) findings.push(finding)
  }
  const people = [...facts.tables.people.values()]
  if (!people.some((person) => person.roles.includes('office'))) findings.push(officeMissing)
  return [...findings, ...sizeFindings(facts, planned.value), ...versionFindings(facts), ...(await goneFindings(graph, people))]
}

/** An update that names a version no row can have: refused with 412 by one who may write, with 403 by one who may not. Changes nothing. */
async function mayOnlyRead(graph: Graph, site: Site): Promise<boolean> {
  for (const list of LIST_CODES) {
    const listId = site.lists[list]
    if (listId === undefined) continue
    const path = itemsPath(site.id, listId)
    const first = await graph.get<{ value: ListItem[] }>(`${path}?$top=1`)
    const item = first.ok ? first.value.value[0] : undefined
    if (!item) continue
    const answer = await graph.patch(`${path}/${item.id}/fields`, {}, '"00000000-0000-0000-0000-000000000000,0"')
    return !answer.ok && answer.code === 'forbidden'
  }
  return false
}

function sizeFindings(facts: Facts, { differing }: ProvisionReport): Finding[] {
  return LIST_CODES.flatMap((list) => {
    const { display } = LISTS[list]
    const unindexed = differing.filter((one) => one.list === display && one.what === 'notIndexed').map(({ column }) => column)
    return sizeFinding(display, facts.tables[list].size, unindexed) ?? []
  })
}

function versionFindings(facts: Facts): Finding[] {
  return LIST_CODES.flatMap((list) => {
    let newest = 0
    for (const record of facts.tables[list].values()) newest = Math.max(newest, record.schemaVersion)
    return newest > SCHEMA_VERSION ? newerRows(list, newest) : []
  })
}

/** Everyone in the list of people is looked up in the directory. One that does not answer is passed over: that is no proof. */
async function goneFindings(graph: Graph, people: readonly Person[]): Promise<Finding[]> {
  const asked = await Promise.all(
    people.map(async (person) => ({
      person,
      answer: await graph.background().get(`/users/${encodeURIComponent(person.personId)}?$select=id`),
    })),
  )
  if (asked.some(({ answer }) => !answer.ok && answer.code === 'forbidden')) return [directoryClosed]
  return asked.flatMap(({ person, answer }) => (!answer.ok && answer.code === 'notFound' ? goneFinding(person.personId, person.key) : []))
}
