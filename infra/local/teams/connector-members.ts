import type { FastifyInstance, FastifyReply } from 'fastify'
import { Refusal } from './connector-refusal.ts'
import type { Directory, TeamsPerson } from './directory.ts'
import type { ConnectorAct, Target } from './faults.ts'
import type { Conversation } from './places.ts'

const memberOf = (person: TeamsPerson, tenantId: string) => {
  const [givenName, ...rest] = person.displayName.split(' ')
  return {
    id: person.userId,
    name: person.displayName,
    objectId: person.personId,
    aadObjectId: person.personId,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId,
    userRole: 'user',
  }
}

interface MemberRoutes {
  directory: Directory
  conversationAt: (id: string) => Conversation
  targetOf: (act: ConnectorAct, conversation: Conversation) => Target
  underFaults: <T>(reply: FastifyReply, target: Target, status: number, work: () => T) => Promise<unknown>
}

/** Who is in a conversation, and what the teams are called. */
export const registerMembers = (app: FastifyInstance, { directory, conversationAt, targetOf, underFaults }: MemberRoutes): void => {
  const membersOf = (conversation: Conversation): TeamsPerson[] =>
    conversation.kind === 'person' ? [conversation.person] : directory.people.filter((person) => !person.left)
  const wire = (person: TeamsPerson) => memberOf(person, directory.tenantId)

  type InConversation = { Params: { conversationId: string } }

  app.get<InConversation>('/v3/conversations/:conversationId/members', (request, reply) => {
    const conversation = conversationAt(request.params.conversationId)
    return underFaults(reply, targetOf('members', conversation), 200, () => membersOf(conversation).map(wire))
  })

  app.get<InConversation & { Querystring: { pageSize?: string; continuationToken?: string } }>(
    '/v3/conversations/:conversationId/pagedmembers',
    (request, reply) => {
      const conversation = conversationAt(request.params.conversationId)
      const { pageSize = '500', continuationToken = '0' } = request.query
      if (!/^\d{1,6}$/.test(pageSize) || !/^\d{1,9}$/.test(continuationToken))
        throw new Refusal(400, 'BadSyntax', 'Bad format of pageSize or continuationToken.')
      return underFaults(reply, targetOf('members', conversation), 200, () => {
        const members = membersOf(conversation)
        const from = Number(continuationToken)
        // Teams takes 50 to 500 and uses the nearest when asked for another size.
        const to = from + Math.min(500, Math.max(50, Number(pageSize)))
        return { members: members.slice(from, to).map(wire), ...(to < members.length && { continuationToken: String(to) }) }
      })
    },
  )

  app.get<{ Params: { conversationId: string; memberId: string } }>(
    '/v3/conversations/:conversationId/members/:memberId',
    (request, reply) => {
      const conversation = conversationAt(request.params.conversationId)
      return underFaults(reply, targetOf('members', conversation), 200, () => {
        const person = directory.user(request.params.memberId)
        if (!person || !membersOf(conversation).includes(person))
          throw new Refusal(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.')
        return wire(person)
      })
    },
  )

  const teamAt = (id: string) => {
    const channels = directory.channels.filter((channel) => channel.teamId === id)
    const first = channels[0]
    if (!first) throw new Refusal(404, 'NotFound', 'The team was not found.')
    return { first, channels }
  }

  app.get<{ Params: { teamId: string } }>('/v3/teams/:teamId', (request) => {
    const { first, channels } = teamAt(request.params.teamId)
    return {
      id: first.teamId,
      name: first.team,
      aadGroupId: first.groupId,
      channelCount: channels.length,
      memberCount: directory.people.filter((person) => !person.left).length,
      type: 'standard',
    }
  })

  app.get<{ Params: { teamId: string } }>('/v3/teams/:teamId/conversations', (request) => ({
    conversations: teamAt(request.params.teamId).channels.map(({ id, name }) => ({ id, name, type: 'standard' })),
  }))
}
