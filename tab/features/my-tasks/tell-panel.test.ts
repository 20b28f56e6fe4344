import { expect, test } from 'vitest'
import { missing } from '../../fixtures/decision.ts'
import { hrefThatMends } from '../decision/mend-link.ts'
import { toldBy } from './tell-panel.tsx'

test.each([
  ['decisionFollowUp', 'follow-up', 'followUp'],
  ['decisionFollowUp', 'decide', null],
  ['decisionFollowUp', '2026-08-03', null],
  ['pilotEnd', '2026-06-30', 'pilot'],
  ['action', 'done', 'action'],
  ['action', 'lesson', 'lesson'],
  ['measurement', '2026-04-30', null],
] as const)('%s %s is answered by %s', (kind, periodKey, told) => expect(toldBy({ kind, periodKey })).toBe(told))

test.each([
  ['reportMissing', '#/project/p/report'],
  ['targetMissing', '#/project/p/edit/indicator/svartid'],
  ['lineLeadMissing', '#/project/p/edit/people'],
  ['costMissing', '#/project/p/edit/frame'],
  ['costBenefitUnitMissing', '#/project/p/edit/newBenefit'],
  ['planNotApproved', '#/project/p/edit/benefit/b1'],
  ['baselinePlanMissing', '#/project/p/edit/about'],
  ['baselineMissing', '#/project/p/edit/baseline/svartid'],
  ['measurementMissing', '#/project/p/edit/measure/svartid'],
  ['benefitUnknown', '#/project/p'],
])('%s is mended at %s', (code, href) => expect(hrefThatMends('p', missing({ code }))).toBe(href))
