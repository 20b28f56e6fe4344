import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventOf, parseActivity } from './events.ts'
import { isAllowedServiceUrl, parseReference, withoutThread } from './reference.ts'

const KARI = '00000000-0000-4000-8000-000000000002'
const activity = (more: object) => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:kari', name: 'Kari Nordmann', aadObjectId: KARI },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't' },
  ...more,
})
const heard = (more: object) => {
  const parsed = parseActivity(activity(more))
  return parsed ? eventOf(parsed) : null
}
const inChannel = {
  conversation: { id: '19:x@thread.tacv2;messageid=5', conversationType: 'channel', tenantId: 't' },
  channelData: { channel: { id: '19:x@thread.tacv2' }, team: { id: '19:team' }, tenant: { id: 't' } },
}

describe('what the bot hears', () => {
  it('a mention in a channel, without the mention', () => {
    const entities = [{ type: 'mention', text: '<at>Prosjektpuls</at>', mentioned: { id: '28:bot' } }]
    expect(heard({ ...inChannel, text: '<at>Prosjektpuls</at>&nbsp; abonner  på alt', entities })).toMatchObject({
      type: 'message',
      text: 'abonner på alt',
      mentionsBot: true,
      conversation: { kind: 'channel', channelId: '19:x@thread.tacv2', teamId: '19:team', personId: null },
    })
  })

  it('a mention of somebody else is no mention of the bot', () => {
    const entities = [{ type: 'mention', text: '<at>Ola</at>', mentioned: { id: '29:ola' } }]
    expect(heard({ ...inChannel, text: '<at>Ola</at> hei', entities })).toMatchObject({ mentionsBot: false })
  })

  it.each([
    ['installationUpdate', { action: 'add' }, 'installed'],
    ['installationUpdate', { action: 'add-upgrade' }, 'installed'],
    ['installationUpdate', { action: 'remove' }, 'removed'],
    ['conversationUpdate', { membersAdded: [{ id: '28:bot' }] }, 'installed'],
    ['conversationUpdate', { membersRemoved: [{ id: '28:bot' }] }, 'removed'],
  ])('%s %j is %s', (type, more, expected) => {
    expect(heard({ type, ...more })?.type).toBe(expected)
  })

  it.each([
    ['messageReaction', {}],
    ['conversationUpdate', { membersAdded: [{ id: '29:ola' }] }],
    ['invoke', { name: 'task/fetch' }],
    ['invoke', { name: 'adaptiveCard/action', value: 'x' }],
    ['typing', {}],
  ])('%s %j is left alone', (type, more) => {
    expect(heard({ type, ...more })).toBeNull()
  })

  it('a person is who Teams says, in lower case, and nobody else', () => {
    const event = heard({
      type: 'invoke',
      name: 'adaptiveCard/action',
      from: { id: '29:kari', aadObjectId: KARI.toUpperCase() },
      value: { action: { verb: 'snooze', data: { personId: 'somebody', from: 'else' } } },
    })
    expect(event?.from).toEqual({ personId: KARI, name: null })
  })

  it('never throws, whatever Teams or anybody sends', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('text', 'entities', 'value', 'channelData', 'from', 'membersAdded', 'name', 'conversation'),
          fc.anything(),
        ),
        (more) => {
          const parsed = parseActivity(activity(more))
          if (parsed) eventOf(parsed)
          expect(true).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('where the bot may call', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true, false],
    ['https://smba.trafficmanager.net.evil.example/', false, false],
    ['https://smba.trafficmanager.net:8443/', false, false],
    ['http://smba.trafficmanager.net/', false, false],
    ['https://user:pw@smba.trafficmanager.net/', false, false],
    ['http://127.0.0.1:56150/_connector', false, true],
    ['http://localhost:56150/_connector', false, true],
    ['http://[::1]:3978/', false, true],
    ['http://127.0.0.1.evil.example/', false, false],
    ['http://10.0.0.1/', false, false],
    ['file:///etc/passwd', false, false],
    ['nonsense', false, false],
  ])('%s: in production %s, locally %s', (url, microsoft, loopback) => {
    expect(isAllowedServiceUrl(url, 'microsoft')).toBe(microsoft)
    expect(isAllowedServiceUrl(url, 'loopback')).toBe(loopback)
  })
})

describe('a stored reference', () => {
  it('is read back as it was written', () => {
    const event = heard({ ...inChannel, text: 'x' })
    const stored = event && withoutThread(event.conversation)
    expect(parseReference(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
    expect(stored?.conversationId).toBe('19:x@thread.tacv2')
  })

  it.each([null, 'x', {}, { kind: 'personal' }, { kind: 'nowhere', serviceUrl: 'x', conversationId: 'y', botId: 'z' }])(
    '%j is no reference',
    (value) => {
      expect(parseReference(value)).toBeNull()
    },
  )
})
