import { choiceCard, helpCard } from './help.ts'
import { messageCard } from './message.ts'
import { nudgeCard } from './nudge.ts'
import type { Json } from './parts.ts'
import { statusCard } from './status.ts'
import { summaryCard } from './summary.ts'
import { tasksCard } from './tasks.ts'
import * as views from './views.fixture.ts'
import { whyCard } from './why.ts'

type Language = views.Language

/** Every card in every situation that has a name. */
export const CARDS: Record<string, (language: Language) => Json> = {
  'nudge, two numbers': (l) => nudgeCard(views.nudge(l)),
  'nudge, one number before its deadline': (l) =>
    nudgeCard(views.nudge(l, { blocks: [views.measure({ dueOn: '2026-05-22', overdueFrom: null })] })),
  'nudge, baseline': (l) =>
    nudgeCard(views.nudge(l, { blocks: [views.measure({ baselineMeasurement: true, periodKey: 'baseline', last: null })] })),
  'nudge, a number that cannot be read': (l) =>
    nudgeCard(
      views.nudge(l, {
        blocks: [
          views.measure({ typed: { value: '12,5,3' }, fault: { code: 'notANumber', field: 'value', args: { value: '12,5,3' } } }),
          views.measureHours({ typed: { value: '160' } }),
        ],
      }),
    ),
  'nudge, a weaker number': (l) =>
    nudgeCard(
      views.nudge(l, {
        blocks: [views.measure({ typed: { value: '15' }, askComment: true, fault: { code: 'commentRequired', field: 'comment' } })],
      }),
    ),
  'nudge, first of two answered': (l) =>
    nudgeCard(views.nudge(l, { blocks: [views.measured(), views.measureHours()], justAnswered: 'measurement:svartid:2026-04-30' })),
  'nudge, all answered': (l) =>
    nudgeCard(
      views.nudge(l, {
        blocks: [
          views.measured(),
          views.measured({ n: 1, obligationKey: 'b', value: null, reason: 'Byttet fagsystem', byName: 'Ola Hansen', undoUntil: null }),
        ],
        justAnswered: 'b',
      }),
    ),
  'nudge, a status report alone': (l) => nudgeCard(views.nudge(l, { blocks: [views.report()], whys: ['projectManager'] })),
  'nudge, a status report without ratings yet': (l) =>
    nudgeCard(views.nudge(l, { blocks: [views.report({ previousPeriod: null, fault: { code: 'reportRowsIncomplete', field: 'time' } })] })),
  'nudge, number and report': (l) =>
    nudgeCard(views.nudge(l, { blocks: [views.measure(), views.report({ n: 1 })], whys: ['measurer', 'projectManager'] })),
  'nudge, report published': (l) =>
    nudgeCard(
      views.nudge(l, {
        blocks: [{ ...views.measured(), kind: 'reported', period: '2026-04', version: 1, overall: 'green' } as never],
      }),
    ),
  'nudge, put off': (l) =>
    nudgeCard(
      views.nudge(l, {
        blocks: [
          { ...frame(0), kind: 'resting', why: 'snoozed', until: '2026-05-26', name: null },
          { ...frame(1), kind: 'resting', why: 'lapsed', until: null, name: null },
          { ...frame(2), kind: 'resting', why: 'onHold', until: null, name: null },
          { ...frame(3), kind: 'resting', why: 'notYours', until: null, name: null },
          { ...frame(4), kind: 'resting', why: 'delegated', until: '2026-05-26', name: 'Per Dahl' },
          { ...frame(5), kind: 'resting', why: 'proposed', until: null, name: 'Per Dahl' },
          { ...frame(6), kind: 'resting', why: 'proposed', until: null, name: null },
          { ...frame(7), kind: 'resting', why: 'named', until: null, name: 'Per Dahl' },
          { ...frame(8), kind: 'resting', why: 'done', until: null, name: null },
        ],
      }),
    ),
  'nudge, answered by somebody else meanwhile': (l) =>
    nudgeCard(
      views.nudge(l, {
        blocks: [views.measured({ byName: 'Ola Hansen', value: 14.1 })],
        notice: {
          code: 'alreadyAnswered',
          field: 'value',
          current: { key: 'k', value: 14.1, asOf: '2026-04-30', byName: 'Ola Hansen', at: '2026-05-18T07:02:00.000Z' },
        },
      }),
    ),
  'office digest': (l) =>
    nudgeCard(
      views.nudge(l, {
        digest: true,
        whys: ['office'],
        blocks: Array.from({ length: 11 }, (_, n) => ({
          ...frame(n),
          kind: 'task' as const,
          obligationKind: n % 2 ? ('statusReport' as const) : ('decisionFollowUp' as const),
          periodKey: n % 2 ? '2026-03' : 'bp4',
          frequency: null,
          dueOn: '2026-04-10',
          overdueFrom: '2026-04-15',
        })),
      }),
    ),
  'nudge, five numbers': (l) =>
    nudgeCard(views.nudge(l, { blocks: Array.from({ length: 5 }, (_, n) => views.measure({ n, obligationKey: `m${n}` })) })),
  'nudge, asked for': (l) => nudgeCard(views.nudge(l, { nudgeKey: 'asked', blocks: [views.measure()] })),
  'nudge, asked for and answered': (l) => nudgeCard(views.nudge(l, { nudgeKey: 'asked', blocks: [views.measured({ undoUntil: null })] })),
  'nudge, delegated to the reader': (l) =>
    nudgeCard(views.nudge(l, { whys: ['delegate'], blocks: [views.measure({ request: { byName: 'Per Dahl', until: '2026-05-26' } })] })),
  'nudge, about ten times off': (l) =>
    nudgeCard(
      views.nudge(l, {
        blocks: [
          views.measure({
            typed: { value: '125' },
            fault: { code: 'valueUnlikely', field: 'value', args: { value: 125, suggestion: 12.5 } },
          }),
          views.measureHours({ typed: { value: '160' } }),
        ],
      }),
    ),
  'nudge, number with the rest behind more': (l) =>
    nudgeCard(views.nudge(l, { blocks: [views.measure({ panel: { name: 'more' } }), views.measureHours({ typed: { value: '160' } })] })),
  'report, as it will be': (l) =>
    nudgeCard(
      views.nudge(l, {
        whys: ['projectManager'],
        blocks: [
          views.report({
            panel: { name: 'preview' },
            typed: {
              ratings: {
                overall: 'green',
                time: 'red',
                cost: 'green',
                benefits: 'green',
                quality: 'green',
                scope: 'green',
                sustainability: 'notAssessed',
                risk: 'yellow',
              },
              comments: { time: 'Leverandøren er forsinket', risk: 'To nøkkelpersoner slutter' },
              sinceLast: 'Tatt i bruk i to enheter',
            },
          }),
        ],
      }),
    ),
  'report, a comment is missing': (l) =>
    nudgeCard(
      views.nudge(l, {
        blocks: [views.report({ typed: { ratings: { time: 'red' } }, fault: { code: 'commentRequired', field: 'time' } })],
      }),
    ),
  'report, kept as a draft': (l) =>
    nudgeCard(views.nudge(l, { blocks: [views.report({ draftSaved: true, typed: { sinceLast: 'Mye' } })] })),
  'handover to a new owner': (l) => nudgeCard(views.nudge(l, { blocks: [views.handover()] })),
  'nobody responsible': (l) => nudgeCard(views.nudge(l, { whys: ['projectOwner'], blocks: [views.orphan()] })),
  'approval of no longer relevant': (l) => nudgeCard(views.nudge(l, { whys: ['benefitOwner'], blocks: [views.approval()] })),
  'approval, the no with its reason': (l) =>
    nudgeCard(
      views.nudge(l, { blocks: [views.approval({ panel: { name: 'reject' }, fault: { code: 'reasonRequired', field: 'reason' } })] }),
    ),
  'decision that lacks something': (l) => nudgeCard(views.nudge(l, { whys: ['responsible'], blocks: [views.decision()] })),
  'decision that is ready': (l) =>
    nudgeCard(views.nudge(l, { whys: ['projectOwner'], blocks: [views.decision({ lacks: [], moreLacks: 0, point: 'bp6' })] })),
  'decision to be followed up': (l) =>
    nudgeCard(views.nudge(l, { whys: ['responsible'], blocks: [views.decision({ what: 'followUp', lacks: [], moreLacks: 0 })] })),
  'end of a pilot': (l) =>
    nudgeCard(
      views.nudge(l, {
        whys: ['projectManager'],
        blocks: [views.decision({ what: 'pilotEnd', obligationKind: 'pilotEnd', point: null, lacks: [], moreLacks: 0 })],
      }),
    ),
  action: (l) => nudgeCard(views.nudge(l, { whys: ['responsible'], blocks: [views.action()] })),
  'lesson of a stopped project': (l) => nudgeCard(views.nudge(l, { whys: ['projectManager'], blocks: [views.action({ lesson: true })] })),
  'nudge, every kind at once': (l) =>
    nudgeCard(
      views.nudge(l, {
        blocks: [
          views.approval({ n: 0, obligationKey: 'a' }),
          views.measure({ n: 1, obligationKey: 'b' }),
          views.report({ n: 2, obligationKey: 'c' }),
          views.decision({ n: 3, obligationKey: 'd' }),
          views.action({ n: 4, obligationKey: 'e' }),
          views.orphan({ n: 5, obligationKey: 'f' }),
          views.handover({ n: 6, obligationKey: 'g' }),
        ],
      }),
    ),
  'nudge, paused': (l) => nudgeCard(views.nudge(l, { told: 'paused', pausedUntil: '2026-06-01', blocks: [views.measure()] })),
  'nudge, taken back': (l) => nudgeCard(views.nudge(l, { told: 'undone', blocks: [views.measure()] })),
  'nudge, crowded': (l) => nudgeCard(views.crowded(l)),
  'nudge, name not known': (l) => nudgeCard(views.nudge(l, { firstName: '' })),
  summary: (l) => summaryCard(views.summary(l)),
  'summary of a week': (l) => summaryCard(views.summary(l, { period: '2026-W21', comparedWith: '2026-W20' })),
  'summary before a meeting': (l) => summaryCard(views.summary(l, { period: '2026-06-04', comparedWith: '2026-05' })),
  'summary, nothing wrong': (l) => summaryCard(views.calmSummary(l)),
  'summary, no projects': (l) =>
    summaryCard(views.summary(l, { projects: 0, exceptions: [], change: null, action: { kind: 'portfolio', url: 'https://x.no' } })),
  'summary of a programme': (l) =>
    summaryCard(
      views.summary(l, { scope: { kind: 'programme', title: 'Mennesker og teknologi' }, offTrack: 0, watch: 1, moreExceptions: 2 }),
    ),
  tasks: (l) => tasksCard(views.tasks(l)),
  'tasks, none': (l) => tasksCard(views.tasks(l, { tasks: [], more: 0 })),
  status: (l) => statusCard(views.status(l)),
  'status, nothing known': (l) =>
    statusCard(
      views.status(l, {
        rating: null,
        trend: null,
        previous: null,
        reportPeriod: null,
        benefits: [],
        moreBenefits: 0,
        decision: null,
        state: 'onHold',
      }),
    ),
  why: (l) => whyCard(views.why(l)),
  'why, nothing sent': (l) => whyCard(views.why(l, { sentOn: null, items: [] })),
  help: (l) => helpCard(views.help(l)),
  'help in a channel': (l) => helpCard(views.help(l, { place: 'channel', firstName: null, suggestions: [] })),
  'not understood': (l) => helpCard(views.help(l, { notUnderstood: 'bla', suggestions: ['mine', 'hjelp'] })),
  'choice of projects': (l) =>
    choiceCard(views.base(l), { sentence: 'Hvilket?', names: ['KomInn', 'InnoLab'], command: 'status', url: 'https://x.no' }),
  'nothing by that name': (l) => choiceCard(views.base(l), { sentence: 'Ingen.', names: [], command: 'status', url: 'https://x.no' }),
  refusal: (l) => messageCard(views.base(l), { sentence: 'Dette kortet er sendt til en annen.', url: 'https://x.no', tone: 'refusal' }),
}

for (const panel of views.PANELS) {
  CARDS[`nudge with ${panel.name} open`] = (l) =>
    nudgeCard(views.nudge(l, { focus: views.measure().obligationKey, blocks: [views.measure({ panel }), views.measureHours()] }))
}

function frame(n: number) {
  return { n, obligationKey: `o${n}`, title: 'Saksbehandlingstid', projectTitle: 'Skjema', url: 'https://x.no' }
}
