import { hearPush } from '@dacsan/modules/carriers'
import { isCarrier } from '@dacsan/modules/carriers/rules'
import { hearChannelPush } from '@dacsan/modules/channels'
import { isMarketplace } from '@dacsan/modules/channels/rules'
import { hearWebhook } from '@dacsan/modules/payments'
import type { WebhookAnswer } from '@dacsan/modules/payments'
import { isProvider } from '@dacsan/modules/payments/rules'
import type { Runtime } from '@dacsan/modules/runtime'
import { newId } from '@dacsan/platform/ids'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { sendProblem } from './problem.ts'

/** A day of a busy shop comes in one flood after an outage; whoever sends more waits a minute, and sends again. */
const config = { rateLimit: { max: 6000, timeWindow: '1 minute' } }

/** No message about a transfer is longer. */
const bodyLimit = 256 * 1024

/**
 * Where providers tell of transfers, and carriers of parcels. What they sign is the body as it came, so nothing reads it before; it is stored, answered, and
 * worked on later. A provider that no seller has connected is not here.
 */
export function registerWebhooks(app: FastifyInstance, runtime: Runtime): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
  app.post<{ Params: { provider: string }; Querystring: { hash?: unknown } }>(
    '/webhooks/:provider',
    { config, bodyLimit },
    async (request, reply) => {
      const { provider } = request.params
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      if (isCarrier(provider)) {
        const { hash } = request.query
        const heard = { body, hash: typeof hash === 'string' ? hash : null, now: new Date() }
        return answers[await hearPush({ db: runtime.db, newId }, provider, heard)](reply)
      }
      if (isMarketplace(provider)) {
        const { authorization } = request.headers
        // Shopee signs the address that was registered there: that of the site, not the one behind a proxy.
        const url = `${runtime.config.origin}/webhooks/${provider}`
        const heard = await hearChannelPush({ db: runtime.db, newId }, provider, { body, authorization, url, now: new Date() })
        // Shopee and TikTok Shop wait for an answer without words.
        return heard === 'stored' ? reply.code(200).header('cache-control', 'no-store').send() : answers[heard](reply)
      }
      if (!isProvider(provider)) return answers['not-connected'](reply)
      // A header that is sent twice says nothing certain.
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? undefined : value]),
      )
      return answers[await hearWebhook({ db: runtime.db, newId, log: runtime.log }, provider, { body, headers, now: new Date() })](reply)
    },
  )
}

const answers: Readonly<Record<WebhookAnswer, (reply: FastifyReply) => FastifyReply>> = {
  // What SePay waits for; the others read the status alone.
  stored: (reply) => reply.code(200).header('cache-control', 'no-store').type('application/json').send('{"success":true}'),
  rejected: (reply) => sendProblem(reply, 401, 'nobody whom a seller here has connected signed this, or it is not of this minute'),
  'not-connected': (reply) => sendProblem(reply, 404, 'no seller here has connected this provider'),
}
