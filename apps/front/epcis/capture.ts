import type { IncomingMessage } from 'node:http'
import { captureBehaviours, captureDocument, captureLimits, findCapture, listCaptures } from '@dacsan/modules/epcis-repository'
import type { CaptureId, CaptureJob, EventRefusal, RanOn } from '@dacsan/modules/epcis-repository'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { allow, config, linkNext, mediaOf, pageOf, sendJson } from './answer.ts'
import { sendException } from './epcis-problem.ts'
import { BodyTooLarge, keepBody } from './keep-body.ts'
import type { KeptBody } from './keep-body.ts'

/** What is said of the limits where they are asked for, and where they are passed. */
const captureHeaders = {
  'gs1-epcis-capture-limit': String(captureLimits.events),
  'gs1-epcis-capture-file-size-limit': String(captureLimits.bytes),
  'gs1-capture-error-behaviour': 'rollback',
}
const url = '/epcis/capture'

/** Documents come in as streams, and jobs tell what became of them: EPCIS 2.0 section 12.6. */
export async function registerCapture(app: FastifyInstance): Promise<void> {
  allow(app, url, 'OPTIONS, POST, GET', captureHeaders)
  /** What is still being stored is waited for when the server goes down. */
  const underWay = new Set<Promise<void>>()
  app.addHook('preClose', async () => void (await Promise.all(underWay)))
  await app.register(async (streams) => {
    streams.removeAllContentTypeParsers()
    streams.addContentTypeParser(
      ['application/json', 'application/ld+json', 'application/xml', 'text/xml'],
      async ({ headers }: FastifyRequest, body: IncomingMessage) =>
        keepBody(body, captureLimits.bytes, headers['content-length'] === undefined ? undefined : Number(headers['content-length'])),
    )
    streams.post(url, { config }, async (request, reply) => {
      const body = request.body as KeptBody | null | undefined
      if (!body) return sendException(reply, 'ValidationException', 'there is no document')
      // What is large is stored after the answer, and read from where it lies.
      let finished: Promise<RanOn> = Promise.resolve({})
      try {
        const asked = request.headers['gs1-capture-error-behaviour'] ?? 'rollback'
        const behaviour = captureBehaviours.find((one) => one === asked)
        if (!behaviour) return sendException(reply, 'ValidationException', 'GS1-Capture-Error-Behaviour: rollback or proceed is expected')
        const taken = await captureDocument(request.partner, { content: () => body.read(), media: mediaOf(request), behaviour })
        if (!taken.ok) return sendRefusedDocument(reply, taken.refusal)
        finished = taken.value.finished
        return reply.code(202).header('location', `${url}/${taken.value.captureId}`).header('gs1-capture-error-behaviour', behaviour).send()
      } finally {
        const ended = endOf(finished, body, request)
        underWay.add(ended)
        void ended.finally(() => underWay.delete(ended))
      }
    })
  })
  app.get(url, { config }, async (request, reply) => {
    const page = pageOf(request)
    if (typeof page === 'string') return sendException(reply, 'QueryParameterException', page)
    const { jobs, next } = await listCaptures(request.partner, {
      perPage: page.perPage,
      before: (page.token as CaptureId | undefined) ?? null,
    })
    return sendJson(request, linkNext(request, reply, next), jobs.map(jobBody))
  })
  allow(app, `${url}/:id`, 'OPTIONS, GET')
  app.get<{ Params: { id: string } }>(`${url}/:id`, { config }, async (request, reply) =>
    sendJson(request, reply, jobBody(await findCapture(request.partner, request.params.id as CaptureId))),
  )
}

/** What is left to do when a document is stored or is not: nobody waits for this, so it fails at nothing. */
async function endOf(finished: Promise<RanOn>, body: KeptBody, { id: requestId, log }: FastifyRequest): Promise<void> {
  const { fault } = await finished
  if (fault !== undefined) log.error({ requestId, err: fault }, 'a capture broke off')
  await body.letGo().catch((err: unknown) => log.warn({ requestId, err }, 'the body of a capture could not be removed'))
}

const jobBody = ({ id, createdAt, finishedAt, running, success, behaviour, errors, warnings }: CaptureJob) => ({
  captureID: id,
  createdAt: createdAt.toISOString(),
  ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  running,
  success,
  captureErrorBehaviour: behaviour,
  errors,
  ...(warnings.length > 0 && { warnings }),
})

/** The answer where a body is larger than is taken; undefined for any other fault. */
export function sendTooLarge(error: Error, reply: FastifyReply): FastifyReply | undefined {
  if (!(error instanceof BodyTooLarge)) return undefined
  // What is still on its way is not waited for.
  reply.headers({ ...captureHeaders, connection: 'close' })
  return sendException(reply, 'CaptureLimitExceededException', `no more than ${captureLimits.bytes} octets`)
}

export function sendRefusedDocument(reply: FastifyReply, refusal: EventRefusal): FastifyReply {
  switch (refusal.code) {
    case 'event-exists':
      return sendException(reply, 'ResourceAlreadyExistsException', 'an event of this eventID is there already')
    case 'no-organisation':
      return sendException(reply, 'SecurityException', refusal.code)
    case 'not-yours-to-declare':
      return sendException(reply, 'SecurityException', 'an event is declared in error by whoever captured it')
    case 'too-many-events':
      return sendException(
        reply.headers(captureHeaders),
        'CaptureLimitExceededException',
        `more than ${captureLimits.events} events, which is as many as are taken at once`,
      )
    case 'document-refused':
      return sendException(
        reply,
        'ValidationException',
        refusal.problems.map(({ location, message }) => `${location || '/'}: ${message}`).join('; '),
      )
  }
}
