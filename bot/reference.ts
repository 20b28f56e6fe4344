/**
 * What is needed to speak somewhere again, in our own shape, as it is stored in the list conversations.
 * Nothing in it is a secret, and none of it identifies who asks.
 */
export interface ConversationReference {
  kind: 'personal' | 'channel' | 'group'
  serviceUrl: string
  /** In a channel the channel's own id; a thread adds `;messageid=…`. */
  conversationId: string
  tenantId: string | null
  botId: string
  /** Entra object id; only for a personal chat. */
  personId: string | null
  channelId: string | null
  teamId: string | null
  /** BCP 47 tag of the person's Teams when they were last heard from; only for a personal chat. */
  locale?: string | null
}

/** Which hosts the connector may be called on; a reference that points elsewhere is refused before anything is sent. */
export type ServiceHosts = 'microsoft' | 'loopback'

const MICROSOFT_HOSTS = /^(smba\.trafficmanager\.net|smba\.infra\.gcc\.teams\.microsoft\.com)$/
const LOOPBACK_HOSTS = /^(127\.0\.0\.1|localhost|\[::1\])$/

/** Whether a service URL may be called (OWASP ASVS 5.0, 1.3.6 and 13.2.4: allow-list of hosts; https only towards Microsoft). */
export function isAllowedServiceUrl(serviceUrl: string, hosts: ServiceHosts): boolean {
  if (!URL.canParse(serviceUrl)) return false
  const url = new URL(serviceUrl)
  if (url.username !== '' || url.password !== '') return false
  if (hosts === 'loopback') return (url.protocol === 'http:' || url.protocol === 'https:') && LOOPBACK_HOSTS.test(url.hostname)
  return url.protocol === 'https:' && url.port === '' && MICROSOFT_HOSTS.test(url.hostname)
}

/** The channel or chat itself, without the thread a message stood in. */
export function withoutThread(reference: ConversationReference): ConversationReference {
  return { ...reference, conversationId: reference.conversationId.split(';')[0] as string }
}

/** Reads a stored reference; null when the row was changed by hand into something that cannot be used. */
export function parseReference(value: unknown): ConversationReference | null {
  if (typeof value !== 'object' || value === null) return null
  const row = value as Record<string, unknown>
  const text = (name: string): string | null => {
    const field = row[name]
    return typeof field === 'string' && field !== '' ? field : null
  }
  const kind = row.kind
  const serviceUrl = text('serviceUrl')
  const conversationId = text('conversationId')
  const botId = text('botId')
  if (kind !== 'personal' && kind !== 'channel' && kind !== 'group') return null
  if (serviceUrl === null || conversationId === null || botId === null) return null
  return {
    kind,
    serviceUrl,
    conversationId,
    botId,
    tenantId: text('tenantId'),
    personId: text('personId'),
    channelId: text('channelId'),
    teamId: text('teamId'),
    locale: text('locale'),
  }
}
