import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Conflict, Forbidden, NotFound } from '@dacsan/decisions'
import { FilesUnavailable } from '@dacsan/platform/file-place'
import { LawUnknown } from '@dacsan/modules/law'
import { isUnopenable } from '@dacsan/platform/locked-text'
import { isUnavailable, isUnstorableText } from '@dacsan/platform/database'

/** RFC 9457: why a machine does not get what it asked for. */
export type Problem = { type: 'about:blank'; title: string; status: number; detail?: string; instance?: string }

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

export function sendProblem(reply: FastifyReply, status: number, detail?: string): FastifyReply {
  const problem: Problem = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail,
    instance: `urn:request:${reply.request.id}`,
  }
  return reply.code(status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(problem))
}

/** In seconds: as long as a database needs to come back. */
const retryAfter = '5'

/** Translates every error of the machine routes: the three that commands throw, what the framework or the database refused, and faults of ours without details. */
export function onError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof NotFound) return sendProblem(reply, 404, error.message)
  if (error instanceof Forbidden) return sendProblem(reply, 403)
  if (error instanceof Conflict) return sendProblem(reply, 409, error.message)
  if (isUnstorableText(error)) return sendProblem(reply, 400)
  if (isUnavailable(error)) {
    const who = error instanceof FilesUnavailable ? 'the store of files' : 'the database'
    request.log.warn({ requestId: request.id, path: request.url, err: error }, `${who} did not answer`)
    return sendProblem(reply.header('retry-after', retryAfter), 503, `${who} does not answer now`)
  }
  if (error instanceof LawUnknown) {
    request.log.error({ requestId: request.id, path: request.url, err: error }, 'the law is not in this database')
    const todo = 'this installation has no law yet: start it once with bin/dacsan start, or run bin/dacsan seed'
    return sendProblem(reply.header('retry-after', retryAfter), 503, todo)
  }
  if (isUnopenable(error)) {
    request.log.error({ requestId: request.id, path: request.url, err: error }, 'a locked number cannot be opened')
    return sendProblem(
      reply.header('retry-after', retryAfter),
      503,
      'a number that lies locked cannot be opened: its key is not the one that is here',
    )
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (status < 500) return sendProblem(reply, status, error.message)
  request.log.error({ requestId: request.id, path: request.url, err: error }, 'a request failed')
  return sendProblem(reply, 500)
}
