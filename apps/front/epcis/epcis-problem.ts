import type { FastifyReply } from 'fastify'

/** The problems of the REST binding by their name, with the status that each has (EPCIS 2.0 section 12.4). */
const statuses = {
  ValidationException: 400,
  QueryValidationException: 400,
  QueryParameterException: 400,
  SubscriptionControlsException: 400,
  SecurityException: 403,
  NoSuchResourceException: 404,
  NoSuchNameException: 404,
  NotAcceptableException: 406,
  ResourceAlreadyExistsException: 409,
  CaptureLimitExceededException: 413,
  QueryTooLargeException: 413,
  QueryTooComplexException: 413,
  URITooLongException: 414,
  UnsupportedMediaTypeException: 415,
  ImplementationException: 500,
} as const
export type EpcisException = keyof typeof statuses

const titles: Record<EpcisException, string> = {
  ValidationException: 'The document is not valid',
  QueryValidationException: 'The query is not valid',
  QueryParameterException: 'A parameter of the query is not valid',
  SubscriptionControlsException: 'The subscription cannot be served so',
  SecurityException: 'Not allowed',
  NoSuchResourceException: 'There is no such resource',
  NoSuchNameException: 'There is no query of this name',
  NotAcceptableException: 'What is asked for cannot be answered in this form',
  ResourceAlreadyExistsException: 'It is there already',
  CaptureLimitExceededException: 'More than one capture may hold',
  QueryTooLargeException: 'The result is larger than was allowed',
  QueryTooComplexException: 'The query costs more than is allowed',
  URITooLongException: 'The address is too long',
  UnsupportedMediaTypeException: 'This media type is not read',
  ImplementationException: 'A fault of ours',
}

/** Says no as RFC 9457 does, with a type of EPCIS. */
export function sendException(
  reply: FastifyReply,
  exception: EpcisException,
  detail: string,
  status: number = statuses[exception],
): FastifyReply {
  const problem = {
    type: `epcisException:${exception}`,
    title: titles[exception],
    status,
    detail,
    instance: `urn:request:${reply.request.id}`,
  }
  return reply.code(status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(problem))
}
