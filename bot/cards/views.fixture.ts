import type { CardBase, HelpCardView, StatusCardView, SummaryCardView, TasksCardView, WhyCardView } from '#contract/card-views.ts'
import { reportRowName } from '#contract/codes.ts'
import type { NudgeCardView, OpenBlock, Panel } from '#contract/nudge-card-view.ts'
import type { ActionBlock, ApprovalBlock, DecisionBlock, HandoverBlock, OrphanBlock } from '#contract/nudge-task-blocks.ts'
import type { MeasureBlock, MeasuredBlock, ReportBlock } from '#contract/nudge-value-blocks.ts'

/** Views of the cards in named situations, for tests. All on Monday 18 May 2026. */
export type Language = CardBase['language']
export const LANGUAGES: readonly Language[] = ['nb', 'nn', 'en']

export const base = (language: Language = 'nb'): CardBase => ({ language, words: 'gevinst', today: '2026-05-18' })
const url = 'https://teams.microsoft.com/l/entity/app/portfolio'

/** What every question has, before anything is typed or opened. */
const open = (): Omit<OpenBlock, 'obligationKey' | 'obligationKind'> => ({
  n: 0,
  title: 'Saksbehandlingstid',
  projectTitle: 'Elektroniske skjema, fullintegrert',
  url,
  dueOn: '2026-05-11',
  overdueFrom: '2026-05-16',
  panel: null,
  snoozeDays: [1, 3, 5],
  snoozeLatest: '2026-06-02',
  snoozeNeedsReason: false,
  can: { delegate: true, notRelevant: true, wrongPerson: true },
  request: null,
  typed: {},
  fault: null,
})

export const people = [
  { personId: '00000000-0000-4000-8000-000000000011', name: 'Anne Berg' },
  { personId: '00000000-0000-4000-8000-000000000012', name: 'Per Dahl' },
]

/** Each part of a question that can be opened. */
export const PANELS: readonly Panel[] = [
  { name: 'snooze' },
  { name: 'cannot' },
  { name: 'more' },
  { name: 'delegate', people },
  { name: 'notRelevant' },
  { name: 'wrongPerson', people },
  { name: 'pause' },
  {
    name: 'why',
    why: 'measurer',
    explanation: {
      obligationKey: 'measurement:svartid:2026-04-30',
      why: 'measurer',
      lines: [
        { code: 'measuredOn', date: '2026-04-30' },
        { code: 'registrationDays', days: 10, date: '2026-05-10' },
        { code: 'closed', on: '2026-05-10', reason: 'weekend', date: '2026-05-11', also: null },
        { code: 'dueOn', date: '2026-05-11' },
        { code: 'graceOpenDays', days: 3, date: '2026-05-15' },
        { code: 'overdueFrom', date: '2026-05-16' },
        { code: 'closed', on: '2026-05-16', reason: 'weekend', date: '2026-05-18', also: null },
        { code: 'firstNudgeOn', date: '2026-05-18' },
      ],
      state: [{ code: 'delegatedUntil', date: '2026-05-26' }],
      outlook: { action: 'wait', reason: 'notDue', until: '2026-05-26' },
    },
  },
]

export const measure = (more: Partial<MeasureBlock> = {}): MeasureBlock => ({
  ...open(),
  kind: 'measure',
  obligationKey: 'measurement:svartid:2026-04-30',
  obligationKind: 'measurement',
  baselineMeasurement: false,
  periodKey: '2026-04-30',
  frequency: 'monthly',
  indicatorKind: 'snapshot',
  unit: 'dager',
  decimals: null,
  last: { value: 14.5, asOf: '2026-03-31' },
  sumThisYear: null,
  target: 12,
  askComment: false,
  ...more,
})

export const measureHours = (more: Partial<MeasureBlock> = {}): MeasureBlock =>
  measure({
    n: 1,
    obligationKey: 'measurement:sparttid:2026-04-30',
    title: 'Spart tid på registrering',
    indicatorKind: 'cumulative',
    unit: 'timer',
    last: { value: 155, asOf: '2026-03-31' },
    sumThisYear: 395,
    target: null,
    ...more,
  })

export const measured = (more: Partial<MeasuredBlock> = {}): MeasuredBlock => ({
  kind: 'measured',
  n: 0,
  obligationKey: 'measurement:svartid:2026-04-30',
  title: 'Saksbehandlingstid',
  projectTitle: 'Elektroniske skjema, fullintegrert',
  url,
  periodKey: '2026-04-30',
  frequency: 'monthly',
  indicatorKind: 'snapshot',
  unit: 'dager',
  decimals: null,
  value: 13.8,
  total: null,
  reason: null,
  baseline: 21,
  previous: { value: 14.5, periodKey: '2026-03-31' },
  target: 12,
  targetOn: '2026-06-30',
  achievementPercent: 80,
  plannedPercent: 78,
  course: 'onTrack',
  forecastValue: 11.4,
  forecastAgainstTarget: 'better',
  byName: null,
  at: '2026-05-18T07:04:00.000Z',
  on: '2026-05-18',
  measurementKey: 'svartid:2026-04-30:1',
  undoUntil: '2026-05-18T07:14:00.000Z',
  ...more,
})

export const handover = (more: Partial<HandoverBlock> = {}): HandoverBlock => ({
  ...open(),
  kind: 'handover',
  obligationKey: 'measurement:svartid:2026-04-30',
  obligationKind: 'measurement',
  periodKey: '2026-04-30',
  frequency: 'monthly',
  askedOn: '2026-05-26',
  ...more,
})

export const orphan = (more: Partial<OrphanBlock> = {}): OrphanBlock => ({
  ...open(),
  kind: 'orphan',
  obligationKey: 'measurement:svartid:2026-04-30',
  obligationKind: 'measurement',
  periodKey: '2026-04-30',
  frequency: 'monthly',
  people,
  mayAnswer: true,
  ...more,
})

export const approval = (more: Partial<ApprovalBlock> = {}): ApprovalBlock => ({
  ...open(),
  kind: 'approval',
  obligationKey: 'measurement:svartid:2026-04-30',
  obligationKind: 'measurement',
  periodKey: '2026-04-30',
  frequency: 'monthly',
  byName: 'Kari Nordmann',
  reason: 'Skjemaet er lagt ned',
  proposedOn: '2026-05-13',
  andLater: true,
  ...more,
})

export const decision = (more: Partial<DecisionBlock> = {}): DecisionBlock => ({
  ...open(),
  kind: 'decision',
  obligationKey: 'decisionfollowup:skjema-bp5:decide',
  obligationKind: 'decisionFollowUp',
  title: 'Elektroniske skjema, fullintegrert',
  what: 'decide',
  point: 'bp5',
  lacks: [
    { lack: { code: 'baselineMissing', rule: 'baseline' }, subject: 'Saksbehandlingstid', item: null },
    { lack: { code: 'ownerMissing', rule: 'owner' }, subject: 'Færre feil', item: null },
  ],
  moreLacks: 2,
  decisionUrl: url,
  ...more,
})

export const action = (more: Partial<ActionBlock> = {}): ActionBlock => ({
  ...open(),
  kind: 'action',
  obligationKey: 'action:opplaring:due',
  obligationKind: 'action',
  title: 'Opplæring av superbrukere',
  lesson: false,
  ...more,
})

export const report = (more: Partial<ReportBlock> = {}): ReportBlock => ({
  ...open(),
  kind: 'report',
  obligationKey: 'statusReport:skjema:2026-04',
  obligationKind: 'statusReport',
  title: 'Elektroniske skjema, fullintegrert',
  dueOn: '2026-05-08',
  overdueFrom: '2026-05-13',
  draftSaved: false,
  reportUrl: url,
  projectKey: 'skjema',
  period: '2026-04',
  seenVersion: 0,
  previousPeriod: '2026-03',
  rows: reportRowName.options.map((row) => ({
    row,
    rating: row === 'risk' ? 'yellow' : 'green',
    comment: row === 'risk' ? 'Leverandøren er forsinket.' : '',
  })),
  ...more,
})

export const nudge = (language: Language = 'nb', more: Partial<NudgeCardView> = {}): NudgeCardView => ({
  ...base(language),
  nudgeKey: '00000000-0000-4000-8000-000000000002:2026-05-18',
  firstName: 'Kari',
  blocks: [measure(), measureHours()],
  whys: ['measurer'],
  digest: false,
  focus: null,
  justAnswered: null,
  told: null,
  pausedUntil: null,
  notice: null,
  tasksUrl: url,
  ...more,
})

const long = (word: string, times: number): string => Array.from({ length: times }, () => word).join(' ')

/** Everything at its worst: long Norwegian words in every field, everything typed, one report with full texts. */
export const crowded = (language: Language = 'nb'): NudgeCardView => {
  const text = long('ærlighetsøvelsespåstand', 17)
  const title = long('Gjennomføringsøkning', 8)
  const typed = Object.fromEntries(reportRowName.options.map((row) => [row, text]))
  return nudge(language, {
    whys: ['measurer', 'benefitOwner', 'projectOwner', 'projectManager'],
    blocks: [
      ...Array.from({ length: 9 }, (_, n) =>
        measure({
          n,
          obligationKey: `measurement:${'lang-nokkel-'.repeat(8)}${n}:2026-04-30`,
          title,
          projectTitle: title,
          dueOn: n % 2 ? '2026-05-11' : '2026-05-12',
          snoozeNeedsReason: true,
          askComment: true,
          typed: { value: '12,5,3', comment: text, reason: text, snoozeReason: text },
          fault: { code: 'commentRequired', field: 'comment' },
        }),
      ),
      report({ n: 9, title, typed: { ratings: typed, comments: typed, sinceLast: text, next: text, decisionNeeded: text } }),
      report({ n: 10, obligationKey: 'statusReport:annet:2026-04' }),
      measured({ n: 11, obligationKey: 'measurement:ferdig:2026-04-30' }),
    ],
  })
}

export const summary = (language: Language = 'nb', more: Partial<SummaryCardView> = {}): SummaryCardView => ({
  ...base(language),
  period: '2026-05',
  comparedWith: '2026-04',
  scope: { kind: 'portfolio', title: null },
  projects: 24,
  active: 21,
  onTrack: 13,
  watch: 5,
  offTrack: 2,
  benefitsOnTrack: 12,
  benefitsMeasured: 20,
  overdue: 9,
  change: { onTrack: 2, benefitsOnTrack: 0, overdue: -4 },
  exceptions: [
    {
      title: 'Min side for innbyggere',
      url,
      what: 'forecastShort',
      previous: null,
      forecastPercent: 58,
      benefitTitle: 'selvbetjening',
      decision: { point: 'bp6', dueOn: '2026-09-24' },
    },
    {
      title: 'Nasjonal tjenestekatalog',
      url,
      what: 'offTrack',
      previous: 'yellow',
      forecastPercent: null,
      benefitTitle: null,
      decision: { point: 'bp4', dueOn: '2026-05-29' },
    },
    {
      title: 'Tidlig innsats',
      url,
      what: 'decisionReady',
      previous: null,
      forecastPercent: null,
      benefitTitle: null,
      decision: { point: 'bp1', dueOn: '2026-06-04' },
    },
  ],
  moreExceptions: 0,
  nextDecision: { title: 'Nasjonal tjenestekatalog', point: 'bp4', dueOn: '2026-05-29' },
  action: { kind: 'decide', point: 'bp1', title: 'Tidlig innsats', url },
  portfolioUrl: url,
  ...more,
})

/** Nothing is wrong anywhere. */
export const calmSummary = (language: Language = 'nb'): SummaryCardView =>
  summary(language, {
    onTrack: 21,
    watch: 0,
    offTrack: 0,
    overdue: 0,
    change: { onTrack: 0, benefitsOnTrack: 1, overdue: 0 },
    exceptions: [],
    action: { kind: 'portfolio', url },
    nextDecision: { title: 'Tidlig innsats', point: 'bp1', dueOn: '2026-06-04' },
  })

export const tasks = (language: Language = 'nb', more: Partial<TasksCardView> = {}): TasksCardView => ({
  ...base(language),
  firstName: 'Kari',
  tasks: [
    {
      title: 'Saksbehandlingstid',
      projectTitle: 'Elektroniske skjema, fullintegrert',
      kind: 'measurement',
      periodKey: '2026-04-30',
      frequency: 'monthly',
      dueOn: '2026-05-11',
      overdueFrom: '2026-05-16',
      url,
    },
    {
      title: 'KomInn',
      projectTitle: 'KomInn',
      kind: 'statusReport',
      periodKey: '2026-05',
      frequency: null,
      dueOn: '2026-06-05',
      overdueFrom: null,
      url,
    },
  ],
  more: 3,
  nextMeasurementOn: '2026-06-10',
  tasksUrl: url,
  ...more,
})

export const status = (language: Language = 'nb', more: Partial<StatusCardView> = {}): StatusCardView => ({
  ...base(language),
  title: 'Elektroniske skjema, fullintegrert',
  area: 'Oppvekst',
  phase: 'realise',
  state: 'active',
  rating: 'yellow',
  trend: 'worse',
  previous: 'green',
  reportPeriod: '2026-04',
  benefits: [
    {
      title: 'Saksbehandlingstid',
      unit: 'dager',
      value: 13.8,
      asOf: '2026-04-30',
      achievementPercent: 80,
      plannedPercent: 78,
      course: 'onTrack',
    },
    { title: 'Tilfredshet', unit: '%', value: null, asOf: null, achievementPercent: null, plannedPercent: null, course: 'notMeasured' },
  ],
  moreBenefits: 1,
  overdue: 2,
  decision: { point: 'bp6', dueOn: '2026-09-24', late: false },
  url,
  ...more,
})

export const help = (language: Language = 'nb', more: Partial<HelpCardView> = {}): HelpCardView => ({
  ...base(language),
  place: 'personal',
  firstName: 'Kari',
  notUnderstood: null,
  suggestions: ['mine'],
  url,
  ...more,
})

export const why = (language: Language = 'nb', more: Partial<WhyCardView> = {}): WhyCardView => ({
  ...base(language),
  sentOn: '2026-05-18',
  items: PANELS.flatMap((panel) =>
    panel.name === 'why' ? [{ title: 'Saksbehandlingstid', projectTitle: 'Elektroniske skjema, fullintegrert', url, panel }] : [],
  ),
  more: 0,
  tasksUrl: url,
  ...more,
})
