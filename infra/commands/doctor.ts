import type { Graph } from '#data/graph.ts'
import { LISTS } from '#data/lists.ts'
import { openSite } from '#data/site.ts'
import { openStore } from '#data/store.ts'
import { sentenceOfFault } from '#views/read-faults.ts'
import { provision } from '../lists/provision.ts'

/** One thing the doctor found: what is wrong and what to do about it. */
export interface Finding {
  code: string
  level: 'error' | 'warning'
  text: string
}

const SITE_ADVICE: Record<string, string> = {
  unauthorised: 'Entra or Graph does not accept the app. Check tenant id, client id and credential.',
  forbidden: 'The app has no right to the site. Consent to Sites.Selected and grant it «write» on this one site (docs/deploy.md, step 5).',
  notFound: 'There is no site at this address. Check PULS_SITE_URL.',
  unavailable: 'Graph does not answer. Try again; if it lasts, look at the service health of Microsoft 365.',
  throttled: 'Graph throttles the app. Wait the time it asks for and try again.',
  siteUrlInvalid: 'The address of the site is no address. Write it as https://kommune.sharepoint.com/sites/prosjektpuls.',
}

/** Looks at the site as the app sees it: right to the site, lists, columns, indexes, rows that cannot be read. Changes nothing. */
export async function examine(graph: Graph, siteUrl: string, now: string): Promise<Finding[]> {
  const site = await openSite(graph, siteUrl)
  if (!site.ok) return [{ code: site.code, level: 'error', text: SITE_ADVICE[site.code] ?? `Graph refused: ${site.code} ${site.detail}` }]
  const findings: Finding[] = []
  const planned = await provision({ graph, siteUrl, dryRun: true })
  if (!planned.ok) return [{ code: planned.code, level: 'error', text: SITE_ADVICE[planned.code] ?? `Graph refused: ${planned.code}` }]
  const { createdLists, createdColumns, differing } = planned.value
  for (const list of createdLists)
    findings.push({ code: 'listMissing', level: 'error', text: `The list «${list}» is missing. Run «puls provision».` })
  for (const { list, column } of createdColumns) {
    findings.push({ code: 'columnMissing', level: 'error', text: `The column «${column}» is missing in «${list}». Run «puls provision».` })
  }
  for (const { list, column, what } of differing) {
    const text =
      what === 'notIndexed'
        ? `The column «${column}» in «${list}» is not indexed. Index it in the list settings before the list has 5 000 rows.`
        : `The column «${column}» in «${list}» does not enforce unique values. Switch that on in the column settings; without it two answers may both be stored.`
    findings.push({ code: what, level: what === 'notUnique' ? 'error' : 'warning', text })
  }
  const store = await openStore({ graph, site: site.value, now: () => now })
  if (!store.ok) return [...findings, { code: store.code, level: 'error', text: SITE_ADVICE[store.code] ?? `Graph refused: ${store.code}` }]
  for (const fault of store.value.snapshot().faults) {
    if (fault.code === 'unreadableRow')
      findings.push({ code: 'unreadableRow', level: 'warning', text: sentenceOfFault({ ...fault, list: LISTS[fault.list].display }, 'en') })
  }
  const people = store.value.snapshot().facts.tables.people
  if (![...people.values()].some((person) => person.roles.includes('office'))) {
    findings.push({
      code: 'officeMissing',
      level: 'warning',
      text: 'Nobody has the role «office». Write it in the column Roller of the list Personer for the portfolio office.',
    })
  }
  return findings
}
