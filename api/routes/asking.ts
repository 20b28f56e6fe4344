import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Fault, statusOf } from '#contract/errors.ts'
import { refusalOf } from '#contract/texts/refusals.ts'
import type { HealthView } from '#contract/views.ts'
import type { Language } from '#domain/codes.ts'
import { LANGUAGES } from '#domain/codes.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { CivilDate, Instant, Person } from '#domain/model.ts'
import type { Settings } from '#domain/settings.ts'
import { settingsOn } from '#domain/settings.ts'
import { knownPerson } from '#usecases/known-person.ts'
import type { Asker, Snapshot, Store } from '#usecases/ports.ts'
import { type ViewContext, viewContext } from '#views/context.ts'
import type { TokenBearer, VerifyToken } from './tokens.ts'

/** What the routes are given: the lists, the check of tokens, the clock. */
export interface RouteDeps {
  store: Store
  verifyToken: VerifyToken
  now: () => Instant
  /** Told at every read, so that the lists are refreshed on the quick rhythm while someone looks. */
  looked: () => void
  /** What has been asked of Graph since the start; for the office. */
  usage?: () => HealthView['usage']
}

/** One request's person, moment and picture of the lists: read once, carried everywhere. */
export interface Asking {
  person: Person
  now: Instant
  today: CivilDate
  snapshot: Snapshot
  settings: Settings
  /** What the person reads: their own choice, else `spoken`. */
  language: Language
  /** The language of their Teams, else the municipality's. */
  spoken: Language
  context(): ViewContext
  asker(): Asker
}

declare module 'fastify' {
  interface FastifyRequest {
    bearer: TokenBearer | null
    asking: Asking | null
  }
}

/** Refuses whoever is not a person of the tenant, before anything else is read. */
export async function authenticate(deps: RouteDeps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const bearer = await deps.verifyToken(request.headers.authorization)
  if (!bearer.ok) return sendFault(request, reply, bearer)
  request.bearer = bearer.value
}

/** Fixes the person, the moment and the picture of the lists for the whole request. */
export async function beginAsking(deps: RouteDeps, request: FastifyRequest): Promise<void> {
  if (!request.bearer) throw new Error('asking without authentication')
  const now = deps.now()
  deps.looked()
  const person = await knownPerson(request.bearer, { now, via: 'tab' }, deps)
  const snapshot = deps.store.snapshot()
  const settings = settingsOn(civilDateOf(now), snapshot.facts.tables.settings.values())
  const today = civilDateOf(now, settings.calendar.zone)
  const spoken = headerLanguage(request) ?? settings.language
  request.asking = {
    person,
    now,
    today,
    snapshot,
    settings,
    language: person.language ?? spoken,
    spoken,
    context: () => viewContext(snapshot.facts, today),
    asker: () => ({ personId: person.personId, via: 'tab', now, today }),
  }
}

/** The asking of an authenticated request; its absence is a programmer error. */
export function askingOf(request: FastifyRequest): Asking {
  if (!request.asking) throw new Error('route without authentication')
  return request.asking
}

/** A refusal in the person's language, with the status of its code. */
export function sendFault(request: FastifyRequest, reply: FastifyReply, fault: Fault): void {
  const language = request.asking?.language ?? headerLanguage(request) ?? 'nb'
  reply.code(statusOf(fault.code)).send(refusalOf(fault, language, request.asking?.settings.words))
}

function headerLanguage(request: FastifyRequest): Language | null {
  const header = request.headers['accept-language']?.toLowerCase() ?? ''
  const wanted = header.split(',')[0]?.split('-')[0] ?? ''
  return LANGUAGES.find((language) => language === wanted) ?? null
}
