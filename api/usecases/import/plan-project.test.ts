import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import type { FoundProject } from './found.ts'
import { planProject } from './plan-project.ts'
import { applied, type Cells, noTables, PEOPLE, planAround, type Tables, workbook } from './workbook.fixture.ts'
import { readWorkbook } from './workbook.ts'

const TODAY = '2026-05-18'
const RESULTS = 'REALISERE - Resultatoppfølging'
const FOLLOW_UP = 'PLANLEGGE - Oppfølgingsplan'

function found(changes: Cells = {}, today = TODAY): FoundProject {
  const result = readWorkbook(workbook(changes), { people: PEOPLE, today, language: 'nb' })
  if (!result.recognised || result.blank || !result.found.projects[0]) throw new Error('not read')
  return result.found.projects[0]
}

/** Plans and carries out, as `via` says; what the plan was is given back. */
function bring(tables: Tables, project: FoundProject, today = TODAY, via: 'import' | 'tab' = 'import') {
  const plan = planProject(project, planAround(applied(tables, []), today))
  applied(tables, plan.changes, { via })
  return plan
}
const countOf = (plan: ReturnType<typeof bring>, wanted: string): number => plan.outcomes.filter(({ result }) => result === wanted).length
const INDICATOR = 'digital-byggesak:kortere-svartid:dager-til-svar'

describe('an import that is repeated', () => {
  it('makes everything once and then changes nothing', () => {
    const tables = noTables()
    const first = bring(tables, found())
    expect(countOf(first, 'created')).toBe(first.outcomes.length)
    expect([...tables.measurements.keys()]).toEqual([`${INDICATOR}:2026-04-30:1`])
    const second = bring(tables, found())
    expect(second.changes).toEqual([])
    expect(countOf(second, 'unchanged')).toBe(first.outcomes.length)
  })

  it('begins with the method in force, and one that stands keeps its own', () => {
    const tables = noTables()
    bring(tables, found())
    expect(tables.projects.get('digital-byggesak')?.methodVersion).toBe(DEFAULT_SETTINGS.method.version)
    applied(tables, [{ op: 'update', list: 'projects', key: 'digital-byggesak', set: { methodVersion: 'egen-1' }, version: 'v1' }])
    expect(bring(tables, found()).changes).toEqual([])
  })

  it('changes nothing a month later either', () => {
    const tables = noTables()
    bring(tables, found({ [RESULTS]: { F1: 'Dato: ____', D14: null } }))
    expect(bring(tables, found({ [RESULTS]: { F1: 'Dato: ____', D14: null } }, '2026-07-18'), '2026-07-18').changes).toEqual([])
  })

  it('goes on where an earlier one stopped, at whatever change', () => {
    const whole = planProject(found(), planAround(applied(noTables(), []))).changes
    for (let stop = 0; stop < whole.length; stop += 1) {
      const tables = noTables()
      applied(tables, whole.slice(0, stop))
      const rest = bring(tables, found())
      expect(rest.changes).toHaveLength(whole.length - stop)
      expect(bring(tables, found()).changes).toEqual([])
    }
  })

  it('updates what the file says otherwise, and nothing else', () => {
    const tables = noTables()
    bring(tables, found())
    const plan = bring(tables, found({ Forside: { B13: 1_300_000 }, [FOLLOW_UP]: { E5: 50 } }))
    expect(plan.changes).toMatchObject([
      { op: 'update', list: 'projects', set: { budget: 1_300_000 } },
      { op: 'update', list: 'indicators', set: { target: 50 } },
    ])
  })

  it('never touches what people have set where the file says nothing', () => {
    const tables = noTables()
    bring(tables, found())
    const set = { phase: 'realise', area: 'Helse', managerId: 'kari', spent: 7 } as const
    applied(tables, [{ op: 'update', list: 'projects', key: 'digital-byggesak', set, version: 'v1' }], { via: 'tab' })
    const changed = { targetOn: '2027-01-31', frequency: 'monthly', takeOut: undefined }
    applied(
      tables,
      [{ op: 'update', list: 'indicators', key: INDICATOR, set: { targetOn: changed.targetOn, frequency: 'monthly' }, version: 'v1' }],
      { via: 'tab' },
    )
    expect(bring(tables, found()).changes).toEqual([])
    expect(tables.projects.get('digital-byggesak')).toMatchObject(set)
  })

  it('lets what was inferred follow the file until a person has changed the record', () => {
    const tables = noTables()
    bring(tables, found())
    const later = found({ 'PLANLEGGE - Gevinstreal.plan': { F5: '2027 vår' } })
    expect(bring(tables, later).changes).toMatchObject([{ list: 'indicators', set: { targetOn: '2027-06-30' } }])
  })

  it('tells again who is missing, until somebody is named', () => {
    const tables = noTables()
    bring(tables, found())
    expect(bring(tables, found()).assumptions.map(({ field }) => field)).toContain('manager')
    applied(tables, [{ op: 'update', list: 'projects', key: 'digital-byggesak', set: { managerId: 'kari' }, version: 'v1' }], {
      via: 'tab',
    })
    expect(bring(tables, found()).assumptions.map(({ field }) => field)).not.toContain('manager')
  })

  it('keeps names without regard to case, and finds what was made in the tab', () => {
    const tables = noTables()
    bring(tables, found(), TODAY, 'tab')
    const [project] = tables.projects.values()
    tables.projects.clear()
    if (project) tables.projects.set('annen-nokkel', { ...project, key: 'annen-nokkel', title: 'DIGITAL byggesak' })
    expect(planProject(found(), planAround(applied(tables, []))).key).toBe('annen-nokkel')
  })
})

describe('measurements of an import', () => {
  it('correct what an earlier import wrote, with a reason', () => {
    const tables = noTables()
    bring(tables, found())
    const plan = bring(tables, found({ [RESULTS]: { D14: 70 } }))
    expect(plan.changes).toMatchObject([
      {
        op: 'create',
        list: 'measurements',
        record: {
          key: `${INDICATOR}:2026-04-30:2`,
          value: 70,
          correctsKey: `${INDICATOR}:2026-04-30:1`,
          reason: expect.stringContaining('Rettet'),
        },
      },
    ])
    expect(bring(tables, found({ [RESULTS]: { D14: 70 } })).changes).toEqual([])
  })

  it('leave a person’s answer alone and say so', () => {
    const tables = noTables()
    bring(tables, found(), TODAY, 'tab')
    const plan = bring(tables, found({ [RESULTS]: { D14: 70 } }))
    expect(plan.changes).toEqual([])
    expect(plan.rejected).toMatchObject([{ sheet: RESULTS, row: 14, column: 'D', value: '70', code: 'alreadyAnswered' }])
  })

  it('of a later day answer for their own period', () => {
    const tables = noTables()
    bring(tables, found())
    const later = found({ [RESULTS]: { F1: 'Dato: 02.09.2026', D14: 80 } }, '2026-09-10')
    expect(bring(tables, later, '2026-09-10').changes).toMatchObject([
      { list: 'measurements', record: { periodKey: '2026-08-31', asOf: '2026-09-02', value: 80 } },
    ])
  })
})

describe('an indicator that stands', () => {
  it('is not given a target that goes against its direction', () => {
    const tables = noTables()
    bring(tables, found())
    applied(tables, [{ op: 'update', list: 'indicators', key: INDICATOR, set: { direction: 'decrease' }, version: 'v1' }], { via: 'tab' })
    const plan = bring(tables, found({ [FOLLOW_UP]: { E5: 200 } }))
    expect(plan.changes).toEqual([])
    expect(plan.rejected).toMatchObject([{ code: 'targetAgainstDirection', value: '200' }])
  })

  it('becomes active when the file now has what the draft lacked', () => {
    const tables = noTables()
    bring(tables, found())
    expect(bring(tables, found({ [FOLLOW_UP]: { D6: 90_000 } })).changes).toMatchObject([
      { list: 'indicators', key: 'digital-byggesak:lavere-porto:porto-per-aar', set: { baseline: 90_000, target: 0, state: 'active' } },
    ])
  })
})

describe('the status of an import', () => {
  it('becomes a published report with all eight rows', () => {
    const tables = noTables()
    bring(tables, found())
    const report = tables.statusReports.get('digital-byggesak:2026-04:1')
    expect(report).toMatchObject({ state: 'published', version: 1, publishedAt: `${TODAY}T08:00:00Z` })
    expect(report?.rows.map(({ rating }) => rating)).toEqual(['yellow', ...Array(7).fill('notAssessed')])
  })

  it('corrects its own report with a new version and a line in the log', () => {
    const tables = noTables()
    bring(tables, found())
    const plan = bring(tables, found({ 'GJENNOMFØRE - Statusrapport': { B7: 'Rød' } }))
    expect(plan.changes).toMatchObject([
      { list: 'statusReports', record: { version: 2 } },
      { list: 'log', record: { what: 'reportCorrection' } },
    ])
  })

  it('never touches a report that people have published', () => {
    const tables = noTables()
    bring(tables, found(), TODAY, 'tab')
    const plan = bring(tables, found({ 'GJENNOMFØRE - Statusrapport': { B7: 'Rød' } }))
    expect(plan.changes).toEqual([])
    expect(plan.rejected).toMatchObject([{ code: 'reportFrozen', row: 7, column: 'B' }])
  })
})

describe('the keys', () => {
  it('leave room for the kind and date of an obligation, however long the names are', () => {
    const long = 'Svært lang tittel som noen har skrevet som en hel setning '.repeat(4)
    const tables = noTables()
    bring(
      tables,
      found({
        Forside: { B4: long },
        'KONSEPT - Endringsanalyse': { C5: long },
        'PLANLEGGE - Gevinstreal.plan': { A5: long, E5: long },
        [FOLLOW_UP]: { A5: long },
        [RESULTS]: { B14: long },
      }),
    )
    for (const key of tables.measurements.keys()) {
      expect(`measurement:${key}`.length).toBeLessThanOrEqual(200)
      expect(key).toMatch(/^[a-z0-9:-]+$/)
    }
    expect(tables.measurements.size).toBe(1)
  })
})
