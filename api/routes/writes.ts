import type { FastifyInstance } from 'fastify'
import { importRequest, publishReportRequest, recordMeasurementRequest, updateMeRequest } from '#contract/requests.ts'
import { importFile } from '#usecases/import-file.ts'
import { publishReport } from '#usecases/publish-report.ts'
import { recordMeasurement } from '#usecases/record-measurement.ts'
import { updateMe } from '#usecases/update-me.ts'
import { viewContext } from '#views/context.ts'
import { indicatorView, measurementPoint } from '#views/indicator.ts'
import { meView } from '#views/me.ts'
import { reportView } from '#views/status.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { parse } from './parse.ts'

/** A file of this size becomes a third larger as base64. */
const IMPORT_BODY_LIMIT = 15 * 1024 * 1024

/** What people change: each route parses, calls one use case and answers with the view as it is afterwards. */
export function registerWrites(app: FastifyInstance, deps: RouteDeps): void {
  app.patch('/api/me', async (request, reply) => {
    const body = parse(updateMeRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const asking = askingOf(request)
    const done = await updateMe(body.value, asking.asker(), deps)
    if (!done.ok) return sendFault(request, reply, done)
    const { facts } = deps.store.snapshot()
    return meView(viewContext(facts, asking.today), facts.peopleById.get(asking.person.personId) ?? asking.person, asking.spoken)
  })

  app.post('/api/measurements', async (request, reply) => {
    const body = parse(recordMeasurementRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { asker, today, person } = askingOf(request)
    const done = await recordMeasurement(body.value, asker(), deps)
    if (!done.ok) return sendFault(request, reply, done)
    const { facts, version } = deps.store.snapshot()
    const context = viewContext(facts, today)
    const measurement = facts.tables.measurements.get(done.value.measurementKey)
    const indicator = facts.tables.indicators.get(done.value.indicatorKey)
    if (!measurement || !indicator) return sendFault(request, reply, { code: 'internal' })
    return reply.code(201).send({
      measurement: measurementPoint(context, measurement),
      indicator: indicatorView(context, indicator, person),
      version,
    })
  })

  app.post('/api/reports', async (request, reply) => {
    const body = parse(publishReportRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { asker, today } = askingOf(request)
    const done = await publishReport(body.value, asker(), deps)
    if (!done.ok) return sendFault(request, reply, done)
    const { facts, version } = deps.store.snapshot()
    const report = facts.tables.statusReports.get(done.value.reportKey)
    if (!report) return sendFault(request, reply, { code: 'internal' })
    return reply.code(201).send({ report: reportView(viewContext(facts, today), report), version })
  })

  app.post('/api/import', { bodyLimit: IMPORT_BODY_LIMIT }, async (request, reply) => {
    const body = parse(importRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const asking = askingOf(request)
    const { fileName, contentBase64, mapping, people, dryRun } = body.value
    const bytes = new Uint8Array(Buffer.from(contentBase64, 'base64'))
    const done = await importFile(
      { fileName, bytes, mapping, people, dryRun },
      { ...asking.asker(), via: 'import', language: asking.language },
      deps,
    )
    return done.ok ? done.value : sendFault(request, reply, done)
  })
}
