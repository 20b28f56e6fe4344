import type { FastifyReply, FastifyRequest } from 'fastify'
import { askingOf } from './asking.ts'

/**
 * Marks an answer with its version, and says whether the asker already has it: a view is the same until a list changes, the day
 * turns, or the person reads another language; rights are the person's own. Only for what is made of the lists and the day alone.
 */
export function isUnchanged(request: FastifyRequest, reply: FastifyReply): boolean {
  const { snapshot, today, person, language } = askingOf(request)
  const etag = `W/"${snapshot.version}.${today}.${person.personId}.${language}"`
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'authorization, accept-language, accept-encoding')
  return request.headers['if-none-match'] === etag
}
