import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { issuerDocument, issuerKeys, statusList } from '@dacsan/modules/certificates'
import { visitor } from '@dacsan/modules/identity'
import { contextFor } from '@dacsan/modules/runtime'
import type { Runtime } from '@dacsan/modules/runtime'
import { sendProblem } from './problem.ts'

/** Who may ask how often: a list is made and signed for each that asks. */
const config = { rateLimit: { max: 300, timeWindow: '1 minute' } }

/** What a verifier of certificates needs: the keys (JWKS and did:web), and the lists of withdrawn ones. */
export function registerCredentials(app: FastifyInstance, runtime: Runtime): void {
  const { db, config: installation } = runtime
  app.get('/.well-known/jwks.json', { config }, async (request, reply) =>
    answer(request, reply, 'application/jwk-set+json', JSON.stringify(await issuerKeys(db))),
  )
  app.get('/.well-known/did.json', { config }, async (request, reply) =>
    answer(request, reply, 'application/did+ld+json', JSON.stringify(await issuerDocument(db, installation.origin))),
  )
  app.get<{ Params: { id: string } }>('/status-lists/:id', { config }, async (request, reply) => {
    const { id } = request.params
    const list = /^[1-9]\d{0,8}$/.test(id) ? await statusList(contextFor(runtime, visitor), Number(id)) : null
    return list === null ? sendProblem(reply, 404, 'there is no such status list') : answer(request, reply, 'application/vc+jwt', list)
  })
}

/** May be kept by anyone and is never shown without asking: a withdrawal counts at once. */
function answer({ headers }: FastifyRequest, reply: FastifyReply, type: string, body: string) {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  reply
    .header('access-control-allow-origin', '*')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'public, no-cache')
    .header('etag', etag)
  return headers['if-none-match'] === etag ? reply.code(304).send() : reply.type(type).send(body)
}
