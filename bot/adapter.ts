import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationParameters,
  type TurnContext,
} from 'botbuilder'
import { sentenceOf } from '#contract/texts/refusals.ts'
import { callConnector } from './connector-http.ts'
import { type BotEvent, eventOf, parseActivity, tenantOf } from './events.ts'
import { languageOfLocale } from './frame.ts'
import type { Log } from './log.ts'
import { ConnectorFailure, outcomeOf, type SendOutcome } from './outcomes.ts'
import { isAllowedServiceUrl, type ServiceHosts, withoutThread } from './reference.ts'
import type { Adapter, Answer, Content } from './teams.ts'
import { invokeBody, messageOf } from './wire.ts'

/** Without authentication, for the local world only: the composition root of production never builds this one. */
export interface LocalAdapterConfig {
  mode: 'local'
}

export interface AzureAdapterConfig {
  mode: 'azure'
  appId: string
  tenantId: string
  type: 'UserAssignedMSI' | 'SingleTenant'
  /** Only for SingleTenant: PEM of the private key and the certificate's thumbprint. */
  certificate?: { thumbprint: string; privateKey: string }
}

export type AdapterConfig = LocalAdapterConfig | AzureAdapterConfig

type SdkAuthentication = ConfigurationBotFrameworkAuthentication
type ConnectorClient = Awaited<ReturnType<ReturnType<SdkAuthentication['createConnectorFactory']>['create']>>
type SdkHttpClient = NonNullable<NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>['httpClient']>
type Authenticated = Awaited<ReturnType<SdkAuthentication['authenticateRequest']>>

/** Opens up what CloudAdapter keeps protected, so that neither its console output nor its error texts reach anybody. */
class Gateway extends CloudAdapter {
  readonly #appId: string

  constructor(authentication: ConfigurationBotFrameworkAuthentication, appId: string) {
    super(authentication)
    this.#appId = appId
  }

  /** Throws when the sender is not Teams speaking to this bot. */
  authenticate(activity: Activity, authorization: string): Promise<Authenticated> {
    return this.botFrameworkAuthentication.authenticateRequest(activity, authorization)
  }

  turn(sender: Authenticated, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(sender, activity, logic)
  }

  async connector(serviceUrl: string): Promise<ConnectorClient> {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(this.#appId))
    // The factory's own audience is taken when none is named; its type asks for one all the same.
    return factory.create(serviceUrl, undefined as unknown as string)
  }
}

function createGateway(config: AdapterConfig, hosts: ServiceHosts): Gateway {
  // Whoever can reach such a bot is believed to be anybody: a wrong setting must stop the server, not open it.
  if (config.mode === 'local' && process.env.NODE_ENV === 'production') throw new Error('localAdapterInProduction')
  if (config.mode === 'local') return new Gateway(authenticationOf({}, hosts), '')
  if (config.appId === '' || config.tenantId === '') throw new Error('botIdentityMissing')
  const identity = { MicrosoftAppType: config.type, MicrosoftAppId: config.appId, MicrosoftAppTenantId: config.tenantId }
  const keys: Record<string, string> = config.certificate
    ? { CertificateThumbprint: config.certificate.thumbprint, CertificatePrivateKey: config.certificate.privateKey }
    : {}
  return new Gateway(authenticationOf({ ...identity, ...keys }, hosts), config.appId)
}

function authenticationOf(settings: Record<string, string>, hosts: ServiceHosts): ConfigurationBotFrameworkAuthentication {
  const credentials = new ConfigurationServiceClientCredentialFactory(settings)
  return new ConfigurationBotFrameworkAuthentication(settings, credentials, undefined, undefined, { httpClient: clientFor(hosts) })
}

/** Our own single request in place of the SDK's client, whose retry policy would post an activity again for 8.7 s. */
function clientFor(hosts: ServiceHosts): SdkHttpClient {
  return {
    async sendRequest(request) {
      const body: unknown = request.body
      const response = await callConnector(
        {
          url: request.url,
          method: request.method,
          headers: request.headers.rawHeaders(),
          body: typeof body === 'string' ? body : undefined,
        },
        hosts,
      )
      const headers = request.headers.clone()
      for (const name of headers.headerNames()) headers.remove(name)
      response.headers.forEach((value, name) => {
        headers.set(name, value)
      })
      return { request, status: response.status, headers, bodyAsText: response.text }
    },
  }
}

/** The adapter over botbuilder's CloudAdapter. Throws at once when a production identity is incomplete. */
export function createAdapter(config: AdapterConfig, log: Log): Adapter {
  const hosts: ServiceHosts = config.mode === 'local' ? 'loopback' : 'microsoft'
  const gateway = createGateway(config, hosts)
  let handler: ((event: BotEvent) => Promise<Answer>) | null = null

  async function attempt(
    serviceUrl: string,
    act: (client: ConnectorClient) => Promise<{ id: string; conversation: string }>,
  ): Promise<SendOutcome> {
    if (!isAllowedServiceUrl(serviceUrl, hosts)) return { outcome: 'failed', failure: 'refused', detail: 'hostNotAllowed' }
    try {
      const { id, conversation } = await act(await gateway.connector(serviceUrl))
      return { outcome: 'sent', conversation, activityId: id }
    } catch (error) {
      return failureOf(error)
    }
  }

  function failureOf(error: unknown): SendOutcome {
    if (error instanceof ConnectorFailure) return outcomeOf(error)
    // Nothing was posted: the SDK failed before the request, as a rule because no token was to be had.
    log('connectorNotReady', { cause: causeOf(error) })
    return { outcome: 'failed', failure: 'notConfigured', detail: 'noToken' }
  }

  async function answer(event: BotEvent): Promise<Answer> {
    try {
      return handler === null ? { kind: 'nothing' } : await handler(event)
    } catch (error) {
      log('botHandlerFailed', { event: event.type, cause: causeOf(error) })
      return { kind: 'refused', code: 'internal', text: sentenceOf({ code: 'internal' }, languageOfLocale(event.locale) ?? 'nb') }
    }
  }

  async function reply(event: BotEvent, content: Content): Promise<void> {
    const sent = await adapter.send(event.conversation, content)
    if (sent.outcome !== 'sent') log('replyNotSent', { outcome: sent.outcome, detail: sent.detail })
  }

  const adapter: Adapter = {
    listen(next) {
      handler = next
    },

    async receive(request) {
      const activity = parseActivity(request.body)
      if (activity === null) return { status: 400, body: { error: { code: 'badRequest' } } }
      if (config.mode === 'azure' && activity.channelId !== 'msteams') return { status: 401 }
      if (!isAllowedServiceUrl(activity.serviceUrl, hosts)) return { status: 403, body: { error: { code: 'hostNotAllowed' } } }
      const header = request.headers.authorization
      const raw: Activity = { ...(request.body as Activity), deliveryMode: '' }
      let sender: Authenticated
      try {
        sender = await gateway.authenticate(raw, typeof header === 'string' ? header : '')
      } catch (error) {
        log('activityNotAuthenticated', { cause: causeOf(error) })
        return { status: 401 }
      }
      if (config.mode === 'azure' && tenantOf(activity) !== config.tenantId) {
        log('activityFromOtherTenant')
        return { status: 403, body: { error: { code: 'notAllowed' } } }
      }
      const event = eventOf(activity)
      // What is not answered here: an invoke wants to be told, anything else is only news.
      if (event === null) return activity.type === 'invoke' ? { status: 400, body: { error: { code: 'badRequest' } } } : { status: 200 }
      try {
        const response = await gateway.turn(sender, raw, async (context) => {
          const given = await answer(event)
          if (event.type === 'cardAction') {
            await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: invokeBody(given) } })
          } else if (given.kind === 'content') await reply(event, given.content)
          else if (given.kind === 'refused' && event.type === 'message') {
            await reply(event, { card: null, text: given.text, summary: null })
          }
        })
        return { status: response?.status ?? 200, ...(response?.body === undefined ? {} : { body: response.body as unknown }) }
      } catch (error) {
        log('turnFailed', { cause: causeOf(error) })
        return { status: 500 }
      }
    },

    send: (reference, content) =>
      attempt(reference.serviceUrl, async (client) => {
        const sent = await client.conversations.sendToConversation(reference.conversationId, messageOf(reference, content) as Activity)
        return { id: sent?.id ?? '', conversation: reference.conversationId }
      }),

    update: (reference, activityId, content) =>
      attempt(reference.serviceUrl, async (client) => {
        const message = { ...messageOf(reference, content), id: activityId } as Activity
        const sent = await client.conversations.updateActivity(reference.conversationId, activityId, message)
        return { id: sent?.id ?? activityId, conversation: reference.conversationId }
      }),

    mayCall: (serviceUrl) => isAllowedServiceUrl(serviceUrl, hosts),

    async createPersonal(personId, place) {
      let conversationId = ''
      let serviceUrl = place.serviceUrl
      const outcome = await attempt(place.serviceUrl, async (client) => {
        const parameters = {
          isGroup: false,
          bot: { id: place.botId, name: '' },
          members: [{ id: personId, name: '', aadObjectId: personId }],
          tenantId: place.tenantId ?? undefined,
          channelData: { tenant: { id: place.tenantId } },
        } as unknown as ConversationParameters
        const created = await client.conversations.createConversation(parameters)
        conversationId = created.id
        // The region the person was found in, where Teams names one.
        if (created.serviceUrl && isAllowedServiceUrl(created.serviceUrl, hosts)) serviceUrl = created.serviceUrl
        return { id: created.activityId ?? '', conversation: created.id }
      })
      if (outcome.outcome !== 'sent' || conversationId === '') return { ok: false, outcome }
      return { ok: true, reference: { kind: 'personal', ...place, serviceUrl, conversationId, personId, channelId: null, teamId: null } }
    },

    postToChannel: (reference, content) =>
      attempt(reference.serviceUrl, async (client) => {
        const channel = withoutThread(reference)
        const parameters = {
          isGroup: true,
          bot: { id: reference.botId, name: '' },
          channelData: { channel: { id: channel.channelId ?? channel.conversationId }, tenant: { id: reference.tenantId } },
          activity: messageOf(channel, content),
        } as unknown as ConversationParameters
        const created = await client.conversations.createConversation(parameters)
        return { id: created.activityId ?? '', conversation: created.id }
      }),

    async members(reference) {
      if (!isAllowedServiceUrl(reference.serviceUrl, hosts)) return []
      try {
        const client = await gateway.connector(reference.serviceUrl)
        const page = await client.conversations.getConversationPagedMembers(withoutThread(reference).conversationId)
        return (page.members ?? []).flatMap((member) =>
          member.aadObjectId ? [{ personId: member.aadObjectId.toLowerCase(), name: member.name ?? '' }] : [],
        )
      } catch (error) {
        const failure = failureOf(error)
        log('membersNotRead', { detail: failure.outcome === 'sent' ? '' : failure.detail })
        return []
      }
    },
  }
  return adapter
}

const causeOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
