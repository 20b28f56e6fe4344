import { describe, expect, it, test } from 'vitest'
import { CLOSED_REASONS, type ClosedReason } from '#domain/calendar.ts'
import { LANGUAGES, type Language, NUDGE_STEPS, SKIP_REASONS } from '#domain/codes.ts'
import { type Explained, explain } from '#domain/explain.ts'
import { decision, factsOf, indicator, project, setting, stored } from '#domain/facts.fixture.ts'
import { BUILT_IN_PROFILES } from '#domain/method-profile.ts'
import type { Outlook } from '#domain/nudge-outlook.ts'
import { planObligations } from '#domain/obligations.ts'
import { DEFAULT_SETTINGS, settingsOn } from '#domain/settings.ts'
import { type Catalogue, translator } from './catalogue.ts'
import { dueReasonText, explanationText, outlookText, stateText } from './explain.ts'
import { closedTexts, explainTexts } from './explain-texts.ts'
import { checklistText, lackText, phaseText } from './method.ts'
import { documentTexts, lackTexts, stopTexts } from './method-texts.ts'

type Rows = Parameters<typeof factsOf>[0]
const inWords = (rows: Rows, today: string, periodKey: string, language: Language = 'nb'): string => {
  const facts = factsOf(rows)
  const settings = settingsOn(today, facts.tables.settings.values())
  const obligation = planObligations(facts, settings, today).find((one) => one.periodKey === periodKey)
  if (!obligation) throw new Error(`no obligation for ${periodKey}`)
  const about = { indicator: facts.tables.indicators.get(obligation.refKey), project: facts.tables.projects.get('project') }
  return explanationText(explain(obligation, about, settings), language, today)
}

describe('how an obligation got its dates, in words', () => {
  const july = { indicators: [indicator({ frequency: 'quarterly', anchorOn: '2026-03-31' })] }

  it.each<[Language, string]>([
    [
      'nb',
      'Frist 27. juli fordi 10. juli er i fellesferien. Måledato 30. juni, og 10 dager til å registrere. Forfalt fra 31. juli, etter 3 åpne dager ekstra. Første varsel samme dag.',
    ],
    [
      'nn',
      'Frist 27. juli fordi 10. juli er i fellesferien. Måledato 30. juni, og 10 dagar til å registrere. Forfallen frå 31. juli, etter 3 opne dagar ekstra. Første varsel same dag.',
    ],
    [
      'en',
      'Due 27 July because 10 July is in the summer closure. Measurement date 30 June, and 10 days to record it. Overdue from 31 July, after 3 open days more. First notice the same day.',
    ],
  ])('in fellesferien, in %s', (language, expected) => expect(inWords(july, '2026-07-01', '2026-06-30', language)).toBe(expected))

  it('says the due date’s reason alone where there is room for no more', () => {
    const facts = factsOf(july)
    const obligation = planObligations(facts, DEFAULT_SETTINGS, '2026-07-01').find(({ periodKey }) => periodKey === '2026-06-30')
    const lines = obligation ? explain(obligation, {}, DEFAULT_SETTINGS) : []
    expect(dueReasonText(lines, 'nb', '2026-07-01')).toBe('Frist 27. juli fordi 10. juli er i fellesferien.')
    expect(dueReasonText([], 'nb', '2026-07-01')).toBe('')
    expect(explanationText([], 'nb', '2026-07-01')).toBe('')
  })

  const delivering = [project({ phase: 'deliver', phaseEnteredOn: '2026-01-05' })]
  it.each<[string, Rows, string, string, string]>([
    [
      'an open day, overdue from a Saturday',
      {},
      '2026-03-01',
      '2026-02-28',
      'Frist 10. mars, 10 dager etter måledatoen 28. februar. Forfalt fra 14. mars, etter 3 åpne dager ekstra. Første varsel 16. mars fordi 14. mars er en lørdag.',
    ],
    [
      'no days to register and no grace',
      { indicators: [indicator({ registrationDays: 0, graceOpenDays: 0, anchorOn: '2026-02-10' })] },
      '2026-02-10',
      '2026-02-10',
      'Frist 10. februar, på selve måledatoen. Forfalt fra 11. februar. Første varsel samme dag.',
    ],
    [
      'one day of each',
      { indicators: [indicator({ registrationDays: 1, graceOpenDays: 1, anchorOn: '2026-02-09' })] },
      '2026-02-09',
      '2026-02-09',
      'Frist 10. februar, én dag etter måledatoen 9. februar. Forfalt fra 12. februar, etter én åpen dag ekstra. Første varsel samme dag.',
    ],
    [
      'Easter, closed for two reasons',
      { indicators: [indicator({ frequency: 'once', anchorOn: '2026-03-23' })] },
      '2026-03-30',
      '2026-03-23',
      'Frist 7. april fordi 2. april er skjærtorsdag og 6. april er annen påskedag. Måledato 23. mars, og 10 dager til å registrere. Forfalt fra 11. april, etter 3 åpne dager ekstra. Første varsel 13. april fordi 11. april er en lørdag.',
    ],
    [
      'over new year, with the other year said',
      { indicators: [indicator({ frequency: 'once', anchorOn: '2026-12-14' })] },
      '2026-12-20',
      '2026-12-14',
      'Frist 4. januar 2027 fordi 24. desember er julestengt og 1. januar 2027 er første nyttårsdag. Måledato 14. desember, og 10 dager til å registrere. Forfalt fra 8. januar 2027, etter 3 åpne dager ekstra. Første varsel samme dag.',
    ],
    [
      'frozen',
      { obligations: [stored('2026-02-28', '2026-03-12', '2026-03-20')] },
      '2026-03-01',
      '2026-02-28',
      'Frist 12. mars. Datoen står slik den ble satt, også om reglene er endret siden. Måledato 28. februar, og 10 dager til å registrere. Forfalt fra 20. mars, etter 5 åpne dager ekstra. Første varsel samme dag.',
    ],
    [
      'after a hold',
      { projects: [project({ holdFrom: '2026-03-05', holdTo: '2026-06-01' })] },
      '2026-06-10',
      '2026-05-31',
      'Frist 15. juni, 10 åpne dager etter at ventetiden tok slutt 1. juni. Måledato 31. mai, og 10 dager til å registrere. Forfalt fra 19. juni, etter 3 åpne dager ekstra. Første varsel samme dag.',
    ],
    [
      'a status report',
      { projects: delivering },
      '2026-04-01',
      '2026-03',
      'Frist 10. april, 5 åpne dager etter månedsslutt 31. mars. Forfalt fra 15. april, etter 2 åpne dager ekstra. Første varsel samme dag.',
    ],
    [
      'a status report that was frozen',
      {
        projects: delivering,
        obligations: [
          stored('2026-03', '2026-04-20', '2026-04-22', { key: 'statusreport:project:2026-03', kind: 'statusReport', refKey: 'project' }),
        ],
      },
      '2026-04-01',
      '2026-03',
      'Frist 20. april. Datoen står slik den ble satt, også om reglene er endret siden. Måneden sluttet 31. mars. Forfalt fra 22. april, etter én åpen dag ekstra. Første varsel samme dag.',
    ],
    [
      'a report before a meeting',
      { projects: delivering, settings: [setting('meetings', '2026-01-01', { project: ['2026-03-16'] })] },
      '2026-03-01',
      '2026-03',
      'Frist 9. mars, 5 åpne dager før møtet i styringsgruppen 16. mars. Forfalt fra 12. mars, etter 2 åpne dager ekstra. Første varsel samme dag.',
    ],
    [
      'a baseline before Easter',
      { projects: [project({ phase: 'deliver', plannedGoLive: '2026-04-07' })], indicators: [indicator({ baseline: null })] },
      '2026-03-30',
      'baseline',
      'Frist 1. april fordi 6. april er annen påskedag og 2. april er skjærtorsdag. Løsningen tas i bruk 7. april. Forfalt fra 2. april. Første varsel 7. april fordi 2. april er skjærtorsdag og 6. april er annen påskedag.',
    ],
    [
      'a baseline the day before',
      { projects: [project({ phase: 'deliver', plannedGoLive: '2026-04-16' })], indicators: [indicator({ baseline: null })] },
      '2026-03-30',
      'baseline',
      'Frist 15. april, siste åpne dag før løsningen tas i bruk 16. april. Forfalt fra 16. april. Første varsel samme dag.',
    ],
    [
      'a day somebody has set',
      { decisions: [decision('board', { outcome: null, responsibleId: 'responsible', dueOn: '2026-03-19' })] },
      '2026-03-01',
      'decide',
      'Frist 19. mars. Forfalt fra 20. mars. Første varsel samme dag.',
    ],
  ])('%s', (_title, rows, today, periodKey, expected) => expect(inWords(rows, today, periodKey)).toBe(expected))

  it('says the day of a first notice that comes later for another reason', () => {
    const later: Explained = { kind: 'action', asOf: null, dueOn: '2026-03-19', overdueFrom: '2026-03-20', firstOn: '2026-03-27' }
    expect(explanationText(explain(later, {}, DEFAULT_SETTINGS), 'nb', '2026-03-01')).toBe(
      'Frist 19. mars. Forfalt fra 20. mars. Første varsel 27. mars.',
    )
  })

  const DAYS: Record<ClosedReason, string> = {
    newYear: '2026-01-01',
    maundyThursday: '2026-04-02',
    goodFriday: '2026-04-03',
    easterSunday: '2026-04-05',
    easterMonday: '2026-04-06',
    labourDay: '2026-05-01',
    ascensionDay: '2026-05-14',
    constitutionDay: '2026-05-17',
    whitSunday: '2026-05-24',
    whitMonday: '2026-05-25',
    christmasDay: '2026-12-25',
    boxingDay: '2026-12-26',
    weekend: '2026-02-21',
    summerClosure: '2026-07-10',
    christmasClosed: '2026-12-28',
    extraClosed: '2026-02-18',
  }
  it.each(LANGUAGES)('has words for every reason a day is closed, in %s', (language) => {
    const sentences = CLOSED_REASONS.map((reason) =>
      dueReasonText(
        [
          { code: 'closed', on: DAYS[reason], reason, date: '2026-12-30', also: null },
          { code: 'dueOn', date: '2026-12-30' },
        ],
        language,
        '2026-01-01',
      ),
    )
    expect(sentences).toMatchSnapshot()
  })
})

describe('what has happened to an obligation, in words', () => {
  it.each<[Parameters<typeof stateText>[0], string]>([
    [[], ''],
    [[{ code: 'answered', inTime: true }], 'Besvart i tide.'],
    [[{ code: 'answered', inTime: false }], 'Besvart etter at den var forfalt.'],
    [[{ code: 'answered', inTime: null }], 'Besvart.'],
    [[{ code: 'lapsed', reason: 'hold' }], 'Falt bort fordi prosjektet var satt på vent.'],
    [[{ code: 'onHold' }], 'Venter, og ingen varsles imens.'],
    [
      [
        { code: 'handedOverOn', date: '2026-02-16' },
        { code: 'delegatedUntil', date: '2026-02-19' },
        { code: 'snoozedUntil', date: '2027-02-18' },
      ],
      'Ny ansvarlig fikk beskjed 16. februar. Delegert, og tilbake 19. februar hvis ingen har svart. Varselet er utsatt til 18. februar 2027. Fristen står.',
    ],
  ])('%j', (lines, expected) => expect(stateText(lines, 'nb', '2026-02-17')).toBe(expected))
})

describe('what happens next, in words', () => {
  const say = (outlook: Outlook, language: Language = 'nb') => outlookText(outlook, language, '2026-02-17')

  it('is one sentence, and the day where it is known', () => {
    expect(say({ action: 'wait', reason: 'snoozed', until: '2026-02-20' })).toBe(
      'Venter fordi varselet er utsatt. Neste varsel 20. februar.',
    )
    expect(outlookText({ action: 'skip', reason: 'weeklyLimit', until: '2026-02-23' }, 'nn', '2026-02-17')).toBe(
      'Ventar fordi to kort per veke er nok. Neste varsel 23. februar.',
    )
    expect(say({ action: 'wait', reason: 'noRecipient', until: null })).toBe('Venter fordi ingen er satt opp som ansvarlig.')
    expect(say({ action: 'stop', reason: 'ladderEnded' }, 'nn')).toBe('Alle varsla er sende. Porteføljekontoret har saka.')
    expect(say({ action: 'stop', reason: 'answered' }, 'en')).toBe('Answered.')
    expect(say({ action: 'stop', reason: 'stopped' })).toBe('Falt bort fordi prosjektet er stanset.')
  })

  it.each(LANGUAGES)('has words for every step and every reason to wait, in %s', (language) => {
    const steps = NUDGE_STEPS.map((reason) => say({ action: 'send', reason, recipients: [] }, language))
    const waits = [...SKIP_REASONS, 'notDue' as const, 'approval' as const].map((reason) =>
      say({ action: 'wait', reason, until: null }, language),
    )
    expect(new Set([...steps, ...waits]).size).toBe(NUDGE_STEPS.length + SKIP_REASONS.length + 2)
  })
})

describe('what a decision point lacks, in words', () => {
  it('says what to do, and to what', () => {
    const lack = (code: keyof typeof lackTexts, rule = '') => ({ code, rule })
    expect(lackText(lack('baselineMissing'), 'Saksbehandlingstid', 'nb')).toBe('Mål nullpunktet for «Saksbehandlingstid».')
    expect(lackText(lack('baselineMissing'), 'Case time', 'en')).toBe('Measure the baseline for “Case time”.')
    expect(lackText(lack('ownerMissing'), null, 'nn')).toBe('Set inn ein eigar.')
    expect(lackText(lack('benefitMissing'), null, 'nb', 'nytte')).toBe('Beskriv minst én nyttevirkning.')
    expect(lackText(lack('documentMissing', 'lessons'), null, 'nb')).toBe('Få på plass: Erfaringslogg.')
    expect(lackText(lack('documentMissing', 'benefitPlan'), null, 'nb', 'nytte')).toBe('Få på plass: Plan for nyttestyring.')
    const own = { rule: 'itReview', title: { nb: 'IT har vurdert' } }
    expect(lackText(lack('documentMissing', 'itReview'), null, 'nb', 'gevinst', own)).toBe('Få på plass: IT har vurdert.')
  })

  it('names a checklist’s line by the municipality’s word, else the catalogue’s, else its name', () => {
    expect(checklistText({ rule: 'lessons', title: { nn: 'Lærdom' } }, 'nn')).toBe('Lærdom')
    expect(checklistText({ rule: 'itReview', title: { nb: 'IT har vurdert' } }, 'en')).toBe('IT har vurdert')
    expect(checklistText({ rule: 'lessons' }, 'en')).toBe('Lessons log')
    expect(checklistText({ rule: 'itReview' }, 'nb')).toBe('itReview')
    expect(checklistText({ rule: 'toString' }, 'nb')).toBe('toString')
  })

  it('names a phase likewise', () => {
    expect(phaseText('plan', undefined, 'nn')).toBe('Planleggje')
    expect(phaseText('plan', { nb: 'Forberede' }, 'nn')).toBe('Forberede')
    expect(phaseText('plan', { nb: 'Forberede', nn: 'Førebu' }, 'nn')).toBe('Førebu')
  })

  it('has words for every document of the built-in methods', () => {
    const rules = BUILT_IN_PROFILES.flatMap(({ points }) => points.flatMap(({ checklist }) => checklist.map(({ rule }) => rule)))
    expect([...new Set(rules)].sort()).toEqual(Object.keys(documentTexts).sort())
  })
})

const catalogues: Record<string, Catalogue> = { closedTexts, explainTexts, documentTexts, lackTexts, stopTexts }
const all = Object.entries(catalogues).flatMap(([name, catalogue]) =>
  Object.entries(catalogue).map(([key, entry]) => ({ id: `${name}:${key}`, entry })),
)

/** Texts that truly are the same in bokmål and nynorsk. */
const SAME_IN_NYNORSK = [
  '{date} er Kristi himmelfartsdag',
  '{date} er første juledag',
  '{date} er første nyttårsdag',
  '{date} er første pinsedag',
  '{date} er første påskedag',
  '{date} er grunnlovsdagen',
  '{date} er i fellesferien',
  '{date} er langfredag',
  '{first} og {second}',
  '{words, select, nytte {Oppdatert plan for nyttestyring} other {Oppdatert gevinstrealiseringsplan}}',
  '{words, select, nytte {Plan for nyttestyring} other {Gevinstrealiseringsplan}}',
  'Det er ingen statusrapport for juli.',
  'Erfaringslogg',
  'Faseplan for avslutning',
  'Frist {date} fordi {why}.',
  'Frist {date}.',
  'Få på plass: {document}.',
  'Første varsel i dag.',
  'Første varsel {date} fordi {why}.',
  'Første varsel {date}.',
  'Godkjenn planen{subject}.',
  'Hypotese for piloten',
  'Interessentanalyse',
  'Legg inn budsjettet.',
  'Mandat for konseptfasen',
  'Mål nullpunktet{subject}.',
  'Måledato {date}.',
  'Neste varsel {date}.',
  'Prosjektforslag',
  'Purring i dag.',
  'Risikoanalyse (ROS eller ITPOSMO)',
  'Sluttrapport',
  'Styringsdokument',
]

describe('the texts', () => {
  test('no nynorsk text equals bokmål unless it is on the list of those that truly are the same', () => {
    const same = all.filter(({ entry }) => entry.nb === entry.nn).map(({ entry }) => entry.nb)
    expect([...new Set(same)].sort()).toEqual([...SAME_IN_NYNORSK].sort())
  })

  test('no text is empty, shouts, or lacks an argument in one of the languages', () => {
    const args = { n: 2, date: 'd', why: 'w', from: 'f', first: 'a', second: 'b', weekday: 'x', subject: ' s', document: 'o' }
    for (const { id, entry } of all) {
      for (const language of LANGUAGES) {
        const text = translator({ entry }, language)('entry', args)
        expect(text.trim(), id).not.toBe('')
        expect(text, id).not.toMatch(/[!{}]/)
      }
    }
  })
})
