import type { CardBase } from '#contract/card-views.ts'
import { actions, card, type Json, line, openUrl, sayIn } from './parts.ts'

/** One sentence, and where to go on: refusals and short answers. The sentence may hold what people have written. */
export function messageCard(view: CardBase, options: { sentence: string; url?: string; tone?: 'plain' | 'refusal' }): Json {
  const { sentence, url, tone } = options
  return card(view, {
    speak: sentence,
    body: [
      line(sentence, tone === 'refusal' ? { color: 'Attention', weight: 'Bolder' } : {}),
      ...(url ? [actions([openUrl(sayIn(view).bot('open.tab'), url)])] : []),
    ],
  })
}
