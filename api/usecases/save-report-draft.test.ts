import { describe, expect, it } from 'vitest'
import { factsOf, peopleWith, person, project } from '#domain/facts.fixture.ts'
import { viewContext } from '#views/context.ts'
import { reportDraftView } from '#views/report-draft.ts'
import { memoryStore } from './memory-store.fixture.ts'
import type { Asker } from './ports.ts'
import { publishReport } from './publish-report.ts'
import { saveReportDraft } from './save-report-draft.ts'

const TODAY = '2026-05-18'
const asker = (personId: string, now = '2026-05-18T07:00:00.000Z'): Asker => ({ personId, via: 'bot', now, today: TODAY })
const april = { projectKey: 'project', period: '2026-04', rows: [], sinceLast: 'Tatt i bruk', next: null, decisionNeeded: null }
const world = () => memoryStore(factsOf({ people: peopleWith(person('manager')), projects: [project({ phase: 'deliver' })] }))
const seenBy = (personId: string, { store }: ReturnType<typeof world>) => {
  const { facts } = store.snapshot()
  return reportDraftView(viewContext(facts, TODAY), facts.peopleById.get(personId) ?? person(personId), project(), '2026-04').draft
}

describe('what has been begun of a status report', () => {
  it('is kept for those who may publish it, the newest over the older, and counts for nothing', async () => {
    const lists = world()
    expect(await saveReportDraft(april, asker('manager'), lists)).toEqual({ ok: true, value: true })
    expect(await saveReportDraft({ ...april, sinceLast: 'Tatt i bruk i to enheter' }, asker('manager'), lists)).toMatchObject({ ok: true })
    expect(lists.tables().statusReports.size).toBe(1)
    expect(seenBy('manager', lists)).toMatchObject({ sinceLast: 'Tatt i bruk i to enheter' })
    expect(seenBy('measurer', lists)).toBeNull()
    expect(lists.store.snapshot().facts.reportsByProject.get('project')).toBeUndefined()
  })

  it('is not for somebody who may not publish', async () => {
    const lists = world()
    expect(await saveReportDraft(april, asker('measurer'), lists)).toMatchObject({ ok: false, code: 'notAllowed' })
    expect(await saveReportDraft({ ...april, projectKey: 'x' }, asker('manager'), lists)).toMatchObject({
      ok: false,
      code: 'unknownProject',
    })
  })

  it('is put away when the month is published, as its first version', async () => {
    const lists = world()
    await saveReportDraft(april, asker('manager'), lists)
    const names = ['overall', 'time', 'cost', 'benefits', 'quality', 'scope', 'sustainability', 'risk'] as const
    const rows = names.map((row) => ({ row, rating: 'green' as const, comment: '' }))
    const request = { ...april, rows, percentComplete: null, budget: null, spent: null, forecastCost: null, seenVersion: 0, reason: null }
    const published = await publishReport(request, asker('manager', '2026-05-18T07:05:00.000Z'), lists)
    expect(published).toEqual({ ok: true, value: { reportKey: 'project:2026-04:1' } })
    expect(seenBy('manager', lists)).toBeNull()
  })
})
