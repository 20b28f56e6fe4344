import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PANELS } from '#contract/nudge-card-view.ts'
import { TYPED_FIELDS } from '#contract/typed.ts'
import { type LocalWorld, startLocalWorld } from '../infra/local/world.ts'
import { NUDGE_VERBS } from './answers.ts'
import { cardFaults } from './cards/card-rules.fixture.ts'
import type { Json } from './cards/parts.ts'
import { buttonsOf, inputsOf, readOf, type Sent, teamsOf, worldFolder } from './world.fixture.ts'

const CHANNEL = 'Prosjekter og gevinster'
const folder = worldFolder()
let world: LocalWorld
let teams: ReturnType<typeof teamsOf>
const tables = () => world.lists.store.snapshot().facts.tables
const idOf = (name: string): string => world.directory.person(name)?.personId ?? ''
const cardOf = async (person: string): Promise<Sent> =>
  (await teams.sentTo(person)).findLast(({ card }) => buttonsOf(card ?? {}, 'show').length > 0) as Sent

beforeAll(async () => {
  world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: folder.file, today: '2026-05-18' })
  teams = teamsOf(world.url)
}, 120_000)
afterAll(async () => {
  await world?.close()
  folder.remove()
})

describe('a conversation with the bot', () => {
  it('welcomes each person once, in their own language', async () => {
    expect((await teams.sentTo('kari')).map(({ card }) => card?.speak)).toEqual(['Hei Kari. Jeg er Prosjektpuls.'])
    expect((await teams.sentTo('randi'))[0]?.card?.speak).toBe('Hei Randi. Eg er Prosjektpuls.')
    expect((await teams.sentTo('james'))[0]?.card?.lang).toBe('en-GB')
  })

  it('answers hei and hjelp with what can be written', async () => {
    expect(readOf(await teams.say('kari', 'hei'))).toContain('status PROSJEKT')
    expect(readOf(await teams.say('kari', 'Hjlep'))).toContain('Hei Kari.')
  })

  it('lists what is waiting for «mine», and says so when nothing is', async () => {
    const mine = await teams.say('kari', 'mine')
    expect(readOf(mine)).toMatch(/^Hei Kari\. To ting venter på deg\./)
    expect(cardFaults(mine)).toEqual([])
    expect(readOf(await teams.say('nora', 'mine'))).toMatch(/^Hei Nora\. Ingenting venter på deg\./)
  })

  it('shows a project’s status by its name, misspelt or alone', async () => {
    for (const text of ['status Robot i saksbehandlingen', 'status roboten i saksbehandlngen', 'Robot i saksbehandlingen']) {
      const card = await teams.say('nora', text)
      expect(readOf(card), text).toMatch(/^Robot i saksbehandlingen\n/)
      expect(cardFaults(card)).toEqual([])
    }
  })

  it('offers the projects when several fit, and a button asks for the one', async () => {
    const card = await teams.say('nora', 'status digital')
    const buttons = buttonsOf(card, 'command')
    expect(buttons.length).toBeGreaterThan(1)
    const last = (await teams.sentTo('nora')).at(-1) as Sent
    const answer = await teams.call('POST', '/answer', { activityId: last.activityId, as: 'nora', verb: 'command', data: buttons[0]?.data })
    expect(readOf(answer.body as never)).toContain('Fase')
  })

  it('does not know of a restricted project for those who may not', async () => {
    expect(readOf(await teams.say('nora', 'status Tidlig innsats i oppvekst og helse'))).not.toContain('Fase')
    expect(readOf(await teams.say('anne', 'status Tidlig innsats i oppvekst og helse'))).toContain('Fase')
  })

  it('gives two useful suggestions for what it does not understand', async () => {
    const card = await teams.say('nora', 'hva er klokka')
    expect(buttonsOf(card, 'command')).toHaveLength(2)
  })

  it('reads the beginning of a very long text, and answers at once', async () => {
    const begun = performance.now()
    const card = await teams.say('nora', `hva er ${'saksbehandlingen '.repeat(1_000)}`)
    expect(performance.now() - begun).toBeLessThan(3_000)
    expect(JSON.stringify(card).length).toBeLessThan(8_000)
  })
})

describe('the pass', () => {
  it('sends each person with something due one card, and nothing again', async () => {
    await teams.clock('2026-05-18T09:00')
    const first = await teams.run()
    expect(first).toMatchObject({ unknown: 0, failed: 0 })
    expect(first.sent).toBeGreaterThanOrEqual(3)
    const second = await teams.run()
    expect(second).toMatchObject({ sent: 0, unknown: 0, failed: 0 })
    const rows = [...tables().nudges.values()]
    expect(rows.filter(({ state, activityId }) => state === 'sent' && activityId !== null)).toHaveLength(first.sent)
    expect(new Set(rows.map(({ personId, day }) => `${personId}:${day}`)).size).toBe(rows.length)
  })

  it('freezes the dates of what it asked about', () => {
    for (const nudge of tables().nudges.values()) {
      for (const { obligationKey } of nudge.steps) expect(tables().obligations.get(obligationKey)?.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  it('says what, since when, why it came and how to be left alone', async () => {
    const { card } = await cardOf('kari')
    expect(readOf(card)).toMatch(/Frist .*forfalt siden|forfalt siden/)
    expect(readOf(card)).toContain('Du får kortet fordi du')
    expect(readOf(card)).toContain('«pause»')
    expect(cardFaults(card ?? {})).toEqual([])
  })
})

describe('an answer in the card', () => {
  const measurementsOf = (indicatorKey: string, periodKey: string) =>
    [...tables().measurements.values()].filter((row) => row.indicatorKey === indicatorKey && row.periodKey === periodKey)
  /** What the first number of a card asks about. */
  const asked = (card: Sent) => {
    const [button] = [...buttonsOf(card.card ?? {}, 'recordMeasurement'), ...buttonsOf(card.card ?? {}, 'show')]
    const data = button?.data as { obligationKey: string } | undefined
    const key = data?.obligationKey ?? ''
    const row = tables().obligations.get(key)
    return { key, indicatorKey: row?.refKey ?? '', periodKey: row?.periodKey ?? '' }
  }

  it('that is no number comes back with the sentence at the field and the typed text kept', async () => {
    const card = await cardOf('kari')
    const back = await teams.press('kari', card, 'recordMeasurement', { value: '12,5,3' })
    expect(readOf(back)).toContain('«12,5,3» er ikke et tall vi forstår')
    expect(inputsOf(back).find(({ id }) => String(id).startsWith('value_'))?.value).toBe('12,5,3')
    const { indicatorKey, periodKey } = asked(card)
    expect(measurementsOf(indicatorKey, periodKey)).toHaveLength(0)
  })

  it('from somebody else changes nothing and says whose card it is', async () => {
    const card = await cardOf('kari')
    const back = await teams.press('nora', card, 'recordMeasurement', { value: '9' })
    expect(readOf(back)).toContain('Dette kortet er sendt til en annen')
    const { indicatorKey, periodKey } = asked(card)
    expect(measurementsOf(indicatorKey, periodKey)).toHaveLength(0)
  })

  it('lands in the list, folds the block and changes the message, and once is enough', async () => {
    const card = await cardOf('kari')
    const { indicatorKey, periodKey } = asked(card)
    expect(periodKey).toMatch(/^\d{4}-/)
    const typed = { value: '13,8', comment: 'Ny bemanning' }
    const back = await teams.press('kari', card, 'recordMeasurement', typed)
    expect(readOf(back)).toMatch(/^Takk, Kari\. Ett svar gjenstår\./)
    expect(readOf(back)).toMatch(/13,8/)
    expect(cardFaults(back)).toEqual([])
    expect(measurementsOf(indicatorKey, periodKey)).toMatchObject([{ value: 13.8, via: 'bot', actorId: idOf('kari') }])

    await world.idle()
    const update = (await teams.sentTo('kari')).at(-1)
    expect(update).toMatchObject({ kind: 'update', activityId: card.activityId })
    expect(update?.card).toEqual(back)

    const again = await teams.press('kari', card, 'recordMeasurement', typed)
    expect(again).toEqual(back)
    expect(measurementsOf(indicatorKey, periodKey)).toHaveLength(1)
    await world.idle()
  })

  it('of another number afterwards shows what stands and says how to mend it', async () => {
    const card = await cardOf('kari')
    const first = (await teams.sentTo('kari')).find(({ activityId, kind }) => activityId === card.activityId && kind === 'message') as Sent
    const { indicatorKey, periodKey } = asked(first)
    const back = await teams.press('kari', first, 'recordMeasurement', { value: '99' })
    expect(readOf(back)).toContain('har allerede svart 13,8')
    expect(measurementsOf(indicatorKey, periodKey)).toMatchObject([{ value: 13.8 }])
    await world.idle()
  })

  it('can be a whole status report: a yellow row without a comment comes back with everything typed', async () => {
    const sent = (await teams.sentTo('kari')).filter(({ card }) => card && buttonsOf(card, 'previewReport').length > 0)
    const card = sent.at(-1) as Sent
    const ratings = Object.fromEntries(
      ['overall', 'time', 'cost', 'benefits', 'quality', 'scope', 'sustainability', 'risk'].flatMap((row) => [
        [`rating_${row}`, row === 'time' ? 'yellow' : 'green'],
        [`comment_${row}`, ''],
      ]),
    )
    const refused = await teams.press('kari', card, 'publishReport', { ...ratings, sinceLast: 'Tatt i bruk i to enheter' })
    expect(readOf(refused)).toContain('Skriv en kort kommentar om hvorfor')
    expect(inputsOf(refused).find(({ id }) => String(id).startsWith('sinceLast_'))?.value).toBe('Tatt i bruk i to enheter')
    expect(cardFaults(refused)).toEqual([])

    const published = await teams.press('kari', card, 'publishReport', { ...ratings, comment_time: 'Leverandøren er forsinket' })
    expect(readOf(published)).toMatch(/^Takk, Kari\. Alt er levert\./)
    expect(readOf(published)).toContain('Publisert. Overordnet: I rute.')
    const again = await teams.press('kari', card, 'publishReport', { ...ratings, comment_time: 'Leverandøren er forsinket' })
    expect(again).toEqual(published)
    await world.idle()
    const row = [...tables().nudges.values()].find(({ personId, day }) => personId === idOf('kari') && day === '2026-05-18')
    expect(row).toMatchObject({ outcome: 'answered' })
    const today = ({ publishedAt }: { publishedAt: string | null }) => publishedAt?.startsWith('2026-05-18') ?? false
    expect([...tables().statusReports.values()].filter((report) => report.actorId === idOf('kari') && today(report))).toMatchObject([
      { via: 'bot', version: 1, state: 'published' },
    ])
  })

  it('can be put off, and the same press again puts nothing off twice', async () => {
    const card = await cardOf('eva')
    const { key } = asked(card)
    const back = await teams.press('eva', card, 'snooze', { snoozeDays: '3' })
    expect(readOf(back)).toContain('Utsatt til')
    await teams.press('eva', card, 'snooze', { snoozeDays: '3' })
    expect(tables().obligations.get(key)).toMatchObject({ snoozeCount: 1, snoozedUntil: '2026-05-21' })
    await world.idle()
  })

  it('can be that it cannot be measured, with a reason', async () => {
    const card = await cardOf('lise')
    const { indicatorKey, periodKey } = asked(card)
    const refused = await teams.press('lise', card, 'cannotMeasure', { reason: ' ' })
    expect(readOf(refused)).toContain('Skriv en kort begrunnelse')
    const back = await teams.press('lise', card, 'cannotMeasure', { reason: 'Fagsystemet er byttet' })
    expect(readOf(back)).toContain('Meldt «får ikke målt».')
    expect(measurementsOf(indicatorKey, periodKey)).toMatchObject([{ value: null, reason: 'Fagsystemet er byttet' }])
    await world.idle()
  })

  it('too late, when the project was stopped meanwhile, says that it is no longer needed', async () => {
    const card = await cardOf('per')
    const { key } = asked(card)
    const { store } = world.lists
    const project = tables().projects.get(tables().obligations.get(key)?.projectKey ?? '')
    if (!project) throw new Error('the card asks about no project')
    const by = { personId: idOf('anne'), via: 'tab' as const, now: world.clock.now().toISOString() }
    const set = async (state: 'stopped' | 'active', stoppedOn: string | null) => {
      const version = store.snapshot().versionOf('projects', project.key) ?? ''
      expect((await store.write([{ op: 'update', list: 'projects', key: project.key, set: { state, stoppedOn }, version }], by)).ok).toBe(
        true,
      )
    }
    await set('stopped', '2026-05-18')
    const back = readOf(await teams.press('per', card, 'show', {}))
    const pressed = { activityId: card.activityId, as: 'per', verb: 'snooze' }
    const { body } = await teams.call('POST', '/answer', {
      ...pressed,
      data: { ...(buttonsOf(card.card ?? {}, 'show')[0]?.data as object), snoozeDays_0: '1' },
    })
    const late = readOf(body as never)
    expect(late).toContain('Dette er endret siden du så det')
    for (const shown of [back, late]) expect(shown).toContain('Trengs ikke lenger.')
    await world.idle()
    await set('active', null)
  })

  it('to a card that is not known says so', async () => {
    const card = await cardOf('per')
    const data = { nudgeKey: 'nobody:2020-01-01', obligationKey: 'x' }
    const { body } = await teams.call('POST', '/answer', { activityId: card.activityId, as: 'per', verb: 'recordMeasurement', data })
    expect(readOf(body as never)).toContain('Dette er endret siden du så det')
    const bad = await teams.call('POST', '/answer', { activityId: card.activityId, as: 'per', verb: 'nonsense', data: {} })
    expect(bad.body).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'badRequest', message: expect.stringContaining('kunne ikke leses') },
    })
  })
})

describe('a channel', () => {
  it('gets the summary at once when a leader subscribes; anybody else is told to ask', async () => {
    expect(readOf(await teams.say('nora', '@Prosjektpuls abonner', CHANNEL))).toContain('Du har ikke tilgang')
    await teams.say('ingrid', '@Prosjektpuls abonner', CHANNEL)
    const sent = await teams.sentIn(CHANNEL)
    const summary = sent.find(({ card }) => String(card?.speak).startsWith('Porteføljen i mai 2026')) as Sent
    expect(summary).toBeDefined()
    expect(cardFaults(summary.card ?? {})).toEqual([])
    expect(readOf(sent.at(-1)?.card ?? null)).toContain('månedlig oppsummering av hele porteføljen')
    const names = world.directory.people.map(({ displayName }) => displayName)
    for (const name of names) expect(JSON.stringify(summary.card)).not.toContain(name)
    expect(JSON.stringify(summary.card)).not.toContain('Tidlig innsats')
  })

  it('is not subscribed twice', async () => {
    expect(readOf(await teams.say('ingrid', '@Prosjektpuls abonner', CHANNEL))).toContain('abonnerer allerede')
  })

  it('has its card changed in place within the month and a new one on the next month’s first open day', async () => {
    const posts = async () => (await teams.sentIn(CHANNEL)).filter(({ card }) => /^Porteføljen i /.test(String(card?.speak)))
    const before = await posts()
    await teams.clock('2026-05-19T09:00')
    await teams.run()
    expect((await posts()).at(-1)).toMatchObject({ kind: 'update', activityId: before[0]?.activityId })
    await teams.clock('2026-06-01T08:30')
    await teams.run()
    expect((await posts()).filter(({ kind }) => kind === 'message')).toHaveLength(1)
    await teams.clock('2026-06-01T09:00')
    await teams.run()
    await teams.run()
    expect((await posts()).filter(({ kind }) => kind === 'message')).toHaveLength(2)
    expect((await posts()).at(-1)?.card?.speak).toMatch(/^Porteføljen i juni 2026/)
  })

  it('shows a project’s status to all, but nothing that is one person’s', async () => {
    expect(readOf(await teams.say('kari', '@Prosjektpuls status InnoLab', CHANNEL))).toMatch(/^InnoLab/)
    expect(readOf(await teams.say('kari', '@Prosjektpuls mine', CHANNEL))).toContain('egen samtale')
    expect(readOf(await teams.say('anne', '@Prosjektpuls status Tidlig innsats', CHANNEL))).not.toContain('Fase')
  })

  it('subscribes to a programme by name, and stops', async () => {
    expect(readOf(await teams.say('ingrid', '@Prosjektpuls abonner på program Mennesker og teknologi', CHANNEL))).toContain(
      'programmet Mennesker og teknologi',
    )
    expect(readOf(await teams.say('ingrid', '@Prosjektpuls stopp program Mennesker og teknologi', CHANNEL))).toContain(
      'ikke flere oppsummeringer',
    )
    expect(readOf(await teams.say('ingrid', '@Prosjektpuls stopp', CHANNEL))).toContain('hele porteføljen')
    expect([...tables().subscriptions.values()].every(({ endedOn }) => endedOn !== null)).toBe(true)
  })
})

describe('a person’s own pause', () => {
  it('keeps cards away until it ends or «start»', async () => {
    expect(readOf(await teams.say('kari', 'pause'))).toContain('Du får ingen varsler før')
    expect(world.lists.store.snapshot().facts.peopleById.get(idOf('kari'))?.pausedUntil).toBe('2026-06-08')
    expect(readOf(await teams.say('kari', 'start'))).toContain('Varslene er på igjen')
    expect(world.lists.store.snapshot().facts.peopleById.get(idOf('kari'))?.pausedUntil).toBeNull()
  })
})

describe('what comes from outside', () => {
  const tell = (activity: unknown) =>
    fetch(`${world.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    })
  const from = (name: string, more: object) => ({
    channelId: 'msteams',
    serviceUrl: `${world.url}/local/connector/`,
    from: { id: world.directory.person(name)?.userId, aadObjectId: idOf(name) },
    recipient: { id: world.directory.bot.id },
    conversation: { id: world.directory.person(name)?.conversationId, conversationType: 'personal', tenantId: world.directory.tenantId },
    ...more,
  })
  const reachOf = (name: string) => world.lists.store.snapshot().facts.peopleById.get(idOf(name))?.reach

  it('a person who removes the app is not written to; one who comes back is welcomed once more', async () => {
    expect((await tell(from('henrik', { type: 'installationUpdate', action: 'remove' }))).status).toBe(200)
    expect(reachOf('henrik')).toBe('notInstalled')
    await tell(from('henrik', { type: 'installationUpdate', action: 'add' }))
    await tell(from('henrik', { type: 'conversationUpdate', membersAdded: [{ id: world.directory.bot.id }] }))
    expect(reachOf('henrik')).toBe('ok')
    const welcomes = (await teams.sentTo('henrik')).filter(({ card }) => card?.speak === 'Hei Henrik. Jeg er Prosjektpuls.')
    expect(welcomes).toHaveLength(2)
  })

  it('never gives an error of the server’s own, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.anything(),
        fc.constantFrom('recordMeasurement', 'snooze', 'publishReport', 'command', ''),
        async (data, verb) => {
          const bodies = [
            data ?? null,
            from('kari', { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb, data } } }),
            from('kari', { type: 'invoke', name: 'adaptiveCard/action', value: data ?? null }),
          ]
          for (const body of bodies) expect((await tell(body)).status).toBeLessThan(500)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('every button of a person’s own card takes whatever is typed, and always answers with a card', async () => {
    const nudge = [...tables().nudges.values()].find(({ personId }) => personId === idOf('kari'))
    const obligationKey = nudge?.steps[0]?.obligationKey
    const field = fc.constantFrom(
      ...TYPED_FIELDS.map((name) => `${name}_0`),
      'rating_0_time',
      'comment_0_time',
      'confirmed',
      'measurementKey',
      'n',
    )
    const typed = fc.oneof(
      fc.string(),
      fc.constantFrom('2026-06-01', '5', '-1', '1e400', '12,5', '2026-02-30', idOf('nora')),
      fc.integer(),
      fc.boolean(),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NUDGE_VERBS),
        fc.dictionary(field, typed),
        fc.option(fc.constantFrom(...PANELS)),
        async (verb, fields, panel) => {
          const data = { ...fields, ...(panel && { panel }), nudgeKey: nudge?.key, obligationKey }
          const answer = await tell(from('kari', { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb, data } } }))
          expect(answer.status).toBe(200)
          const body = (await answer.json()) as { statusCode: number; value: Json }
          if (body.statusCode === 200) expect(cardFaults(body.value).filter((fault) => !fault.startsWith('raw value'))).toEqual([])
          else expect(body).toMatchObject({ statusCode: 400, value: { code: expect.stringMatching(/^(badRequest|tooManyRequests)$/) } })
        },
      ),
      { numRuns: 50 },
    )
    await world.idle()
  })
})
