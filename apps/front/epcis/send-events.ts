import { epcisContext, translateEpcs } from '@dacsan/epcis'
import type { EpcisEvent, EpcisQueryDocument } from '@dacsan/epcis'
import { parseQueryString } from '@dacsan/epcis/query'
import type { EventQuery, QueryRefusal } from '@dacsan/epcis/query'
import { writeXml } from '@dacsan/epcis/xml'
import { findEvents } from '@dacsan/modules/epcis-repository'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { linkNext, pageOf, searchOf } from './answer.ts'
import { sendException } from './epcis-problem.ts'
import type { EpcisException } from './epcis-problem.ts'
import { extensionsOf, wantedForm } from './negotiate.ts'

export const sendRefusedQuery = (reply: FastifyReply, { problems }: QueryRefusal, exception: EpcisException = 'QueryParameterException') =>
  sendException(reply, exception, problems.map(({ parameter, reason }) => `${parameter}: ${reason}`).join('; '))

/** Answers a query of an address; what stands before it holds too. */
export async function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  before?: EventQuery,
  queryName?: string,
): Promise<FastifyReply> {
  const page = pageOf(request)
  if (typeof page === 'string') return sendException(reply, 'QueryParameterException', page)
  const namespaces = extensionsOf(request.headers)
  const parsed = parseQueryString(searchOf(request), namespaces)
  if (!parsed.ok) return sendRefusedQuery(reply, parsed.refusal)
  const asked = parsed.value.query
  const query = before ? { ...before, ...asked, conditions: [...before.conditions, ...asked.conditions] } : asked
  const found = await findEvents(request.partner, { query, namespaces, perPage: page.perPage, ...(page.token && { token: page.token }) })
  if (!found.ok) {
    const { refusal } = found
    if (refusal.code === 'bad-page-token') return sendException(reply, 'QueryParameterException', 'nextPageToken: this is none of ours')
    if (refusal.code === 'query-too-complex')
      return sendException(reply, 'QueryTooComplexException', 'too many events to put in this order: narrow the query')
    return sendException(reply, 'QueryTooLargeException', `more than ${refusal.maxEventCount} events fulfil the query`)
  }
  return sendDocument(request, linkNext(request, reply, found.value.next), found.value.events, queryName)
}

/** Answers a query document in the form that was asked for. */
export function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  eventList: readonly EpcisEvent[],
  queryName?: string,
): FastifyReply {
  const wanted = wantedForm(request.headers)
  if (typeof wanted === 'string') return sendException(reply, 'NotAcceptableException', wanted)
  const { media, epcFormat, cbvFormat } = wanted
  const document: EpcisQueryDocument = {
    '@context': epcisContext,
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: request.partner.now.toISOString(),
    epcisBody: {
      queryResults: {
        queryName: queryName ?? 'SimpleEventQuery',
        resultsBody: { eventList: eventList.map((event) => translateEpcs(event, epcFormat)) },
      },
    },
  }
  reply.header('gs1-epc-format', epcFormat).header('vary', 'Accept, GS1-EPC-Format, GS1-CBV-XML-Format')
  if (media !== 'application/xml') return reply.type(media).send(JSON.stringify(document))
  return reply.header('gs1-cbv-xml-format', cbvFormat).type(media).send(writeXml(document, { cbvFormat }))
}
