import type { NudgeCardView } from '#contract/nudge-card-view.ts'
import { ASKED } from './asked.ts'
import { actions, caption, execute, type Json, listed, rich, run, sayIn } from './parts.ts'

/** Why it came and how to be left alone; after the last answer only the way to mend one. A card that was asked for came by that. */
export function footOf(view: NudgeCardView, openCount: number): Json[] {
  const say = sayIn(view)
  const waiting = openCount > 0 || view.blocks.some(({ kind }) => kind === 'task')
  const first = { separator: true, spacing: 'Medium' }
  const tasks = rich([run(say.bot('open.tasks'), { size: 'Small', color: 'Accent', href: view.tasksUrl })], { spacing: 'Small' })
  if (view.nudgeKey === ASKED) {
    if (waiting) return [{ ...tasks, ...first }]
    return [actions([execute(say.bot('asked.next'), 'command', { text: say.bot('command.record') })], first), tasks]
  }
  if (!waiting) return [rich([run(say.bot('measured.mend'), { size: 'Small', href: view.tasksUrl })], first)]
  const indicators = view.blocks.filter(({ kind }) => kind === 'measure' || kind === 'measured').length
  const roles = listed(
    view.whys.map((why) => say.bot(`why.${why}`, { n: Math.max(1, indicators) })),
    view,
  )
  return [caption(`${say.bot('nudge.why', { roles })} ${say.bot('nudge.silence')}`, first), tasks]
}
