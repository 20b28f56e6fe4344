import type { ActPanelProps } from './act-frame.tsx'
import { Delegate } from './delegate-panel.tsx'
import { NotRelevant } from './not-relevant-panel.tsx'
import { Snooze } from './snooze-panel.tsx'
import { Why } from './why-panel.tsx'
import { WrongPerson } from './wrong-person-panel.tsx'

const PANELS = { snooze: Snooze, delegate: Delegate, notRelevant: NotRelevant, wrongPerson: WrongPerson, why: Why }
export type Panel = keyof typeof PANELS

/** What stands open under a task: the fields of one act, or the explanation. */
export function ActPanel({ panel, ...props }: ActPanelProps & { panel: Panel }) {
  const Open = PANELS[panel]
  return <Open {...props} />
}
