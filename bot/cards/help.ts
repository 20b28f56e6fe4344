import type { HelpCardView } from '#contract/card-views.ts'
import { buttonRows, card, execute, greeted, heading, type Json, line, openUrl, rich, run, sayIn } from './parts.ts'

/** What can be written to the bot here; also the welcome, and the answer to what it did not understand. */
export function helpCard(view: HelpCardView): Json {
  const say = sayIn(view).bot
  const title = view.notUnderstood === null ? say('help.welcome', { name: greeted(view.firstName ?? '') }) : say('help.notUnderstood')
  const suggestions = view.suggestions.map((text) => execute(text, 'command', { text }))
  if (view.notUnderstood !== null) return card(view, { speak: title, body: [heading(title), ...buttonRows(suggestions)] })
  const commands: [string, string][] =
    view.place === 'personal'
      ? [
          [say('command.mine'), say('help.mine')],
          [say('command.record'), say('help.record')],
          [say('command.status'), say('help.status')],
          [say('command.snooze'), say('help.snooze')],
          [say('command.pauseUntil'), say('help.pause')],
          [say('command.why'), say('help.why')],
          [say('command.languageName'), say('help.language')],
        ]
      : [
          [say('command.subscribe'), say('help.subscribe')],
          [say('command.subscribeScope'), say('help.subscribeScope')],
          [say('command.status'), say('help.status')],
          [say('command.stop'), say('help.stop')],
        ]
  const mention = view.place === 'channel' ? '@Prosjektpuls ' : ''
  return card(view, {
    speak: title,
    body: [
      heading(title),
      line(say(view.place === 'personal' ? 'help.personal' : 'help.channel')),
      ...commands.map(([command, what]) =>
        rich([run(`${mention}${command}`, { weight: 'Bolder' }), run(`: ${what}`)], { spacing: 'Small' }),
      ),
      ...buttonRows([...suggestions, openUrl(say('open.tab'), view.url)]),
    ],
  })
}

/** A choice of names when one could not be told from what was written; each is a button that asks for it. */
export function choiceCard(
  view: Parameters<typeof card>[0],
  options: { sentence: string; names: readonly string[]; command: string; url: string },
): Json {
  const say = sayIn(view).bot
  const buttons = options.names.map((name) => execute(name, 'command', { text: `${options.command} ${name}` }))
  return card(view, {
    speak: options.sentence,
    body: [line(options.sentence), ...buttonRows(buttons.length > 0 ? buttons : [openUrl(say('open.portfolio'), options.url)])],
  })
}
