import type { ConversationReference } from './reference.ts'
import type { Answer, Content } from './teams.ts'

/** A message as the Bot Framework connector takes it. Text is plain: nothing in it is read as Markdown. */
export function messageOf(reference: ConversationReference, content: Content): object {
  return {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: reference.serviceUrl,
    from: { id: reference.botId, name: '' },
    conversation: { id: reference.conversationId },
    ...(content.text === null ? {} : { text: content.text, textFormat: 'plain' }),
    ...(content.summary === null ? {} : { summary: content.summary }),
    attachments: content.card ? [{ contentType: 'application/vnd.microsoft.card.adaptive', content: content.card }] : [],
  }
}

/** The body Teams expects on `adaptiveCard/action`: a card in place of the old one, a sentence, or an error it can show. */
export function invokeBody(answer: Answer): { statusCode: number; type: string; value: unknown } {
  if (answer.kind === 'refused') {
    return { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: answer.code, message: answer.text } }
  }
  const card = answer.kind === 'content' ? answer.content.card : null
  if (card !== null) return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card }
  const text = answer.kind === 'content' ? answer.content.text : null
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text ?? '' }
}
