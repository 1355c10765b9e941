import { readJson } from '@dacsan/epcis'
import { findSubscription, listSubscriptions, subscribeTo, unsubscribe } from '@dacsan/modules/epcis-repository'
import type { Subscription, SubscriptionId } from '@dacsan/modules/epcis-repository'
import type { Runtime } from '@dacsan/modules/runtime'
import type { FastifyInstance } from 'fastify'
import { allow, bodyOf, byName, config, linkNext, pageOf, sendJson } from './answer.ts'
import { sendException } from './epcis-problem.ts'

/** Subscriptions to the events of a query: EPCIS 2.0 section 12.8.3, by webhook. */
export function registerSubscriptions(app: FastifyInstance, runtime: Runtime): void {
  const url = '/epcis/queries/:name/subscriptions'
  const privateHosts = runtime.config.webhookHosts
  type Named = { Params: { name: string } }
  type One = { Params: { name: string; id: string } }
  allow(app, url, 'OPTIONS, POST, GET')
  app.post<Named>(url, { config }, async (request, reply) =>
    byName(reply, async () => {
      const read = readJson(bodyOf(request).text)
      if (!read.ok) return sendException(reply, 'ValidationException', read.refusal.code)
      const made = await subscribeTo(request.partner, request.params.name, read.value, { privateHosts })
      if (!made.ok) {
        return made.refusal.code === 'no-organisation'
          ? sendException(reply, 'SecurityException', made.refusal.code)
          : sendException(reply, 'SubscriptionControlsException', made.refusal.reason)
      }
      return reply
        .code(201)
        .header('location', `/epcis/queries/${encodeURIComponent(request.params.name)}/subscriptions/${made.value.id}`)
        .send()
    }),
  )
  app.get<Named>(url, { config }, async (request, reply) =>
    byName(reply, async () => {
      const page = pageOf(request)
      if (typeof page === 'string') return sendException(reply, 'QueryParameterException', page)
      const { subscriptions, next } = await listSubscriptions(request.partner, request.params.name, {
        perPage: page.perPage,
        after: page.token ?? '',
      })
      return sendJson(request, linkNext(request, reply, next), subscriptions.map(subscriptionBody))
    }),
  )
  allow(app, `${url}/:id`, 'OPTIONS, GET, DELETE')
  app.get<One>(`${url}/:id`, { config }, async (request, reply) => {
    const { name, id } = request.params
    return sendJson(request, reply, subscriptionBody(await findSubscription(request.partner, name, id as SubscriptionId)))
  })
  app.delete<One>(`${url}/:id`, { config }, async (request, reply) => {
    const ended = await unsubscribe(request.partner, request.params.name, request.params.id as SubscriptionId)
    return ended.ok ? reply.code(204).send() : sendException(reply, 'SecurityException', ended.refusal.code)
  })
}

/** What is said of a subscription: never the secret that signs. */
const subscriptionBody = ({ id, dest, createdAt, isStream, schedule, reportIfEmpty }: Subscription) => ({
  subscriptionID: id,
  createdAt: createdAt.toISOString(),
  dest,
  ...(isStream ? { stream: true } : { schedule, reportIfEmpty }),
})
