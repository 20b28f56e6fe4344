import type { WhyCardView } from '#contract/card-views.ts'
import { formatDate } from '#contract/texts/format.ts'
import { whyItems } from './panels.ts'
import { buttonRows, caption, card, execute, heading, type Json, line, openUrl, sayIn } from './parts.ts'

/** «hvorfor»: why the newest card came, and what happens next. */
export function whyCard(view: WhyCardView): Json {
  const say = sayIn(view)
  const title =
    view.sentOn === null || view.items.length === 0
      ? say.bot('whyCard.nothing')
      : say.bot('whyCard.head', { date: formatDate(view.sentOn, view.language, view.today) })
  return card(view, {
    speak: title,
    body: [
      heading(title),
      ...view.items.map(({ title: about, projectTitle, url, panel }) => ({
        type: 'Container',
        separator: true,
        items: [
          line(about, { weight: 'Bolder', href: url }),
          ...(about === projectTitle ? [] : [caption(projectTitle)]),
          ...whyItems(panel, { base: view, say }).slice(1),
        ],
      })),
      ...(view.more > 0 ? [caption(say.bot('nudge.moreInTab', { n: view.more }))] : []),
      ...buttonRows([
        openUrl(say.bot('open.tasks'), view.tasksUrl),
        ...(view.items.length > 0 ? [execute(say.bot('pause.open'), 'command', { text: say.bot('command.pause') })] : []),
      ]),
    ],
  })
}
