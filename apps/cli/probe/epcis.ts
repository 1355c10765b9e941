import { createHash } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import { type EpcisEvent, type JsonRefusal, eventsOf, readJson } from '@dacsan/epcis'
import { documentHashes } from '@dacsan/epcis/hash'
import { traceEvents } from '@dacsan/epcis/trace'
import { isXml, validateText, warningsOf } from '@dacsan/epcis/validate'
import { type XmlDocumentRefusal, readXml } from '@dacsan/epcis/xml'
import { z } from 'zod'
import { type Operation, operation } from './operation.ts'

const media = z.enum(['application/json', 'application/ld+json', 'application/xml', 'text/xml'])
const kind = z.enum(['EPCISDocument', 'EPCISQueryDocument', 'event', 'QueryDefinition'])

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const isDocument = (value: unknown) => typeof value === 'object' && value !== null && 'epcisBody' in value

const hash = operation(z.object({ document: z.string(), media }), ({ document, media: type }) => {
  const read: { ok: true; value: unknown } | { ok: false; refusal: JsonRefusal | XmlDocumentRefusal } = isXml(type)
    ? readXml(document)
    : readJson(document)
  if (!read.ok) return read
  if (eventsOf(read.value).length === 0 && !isDocument(read.value)) return refuse('no-document')
  return done({ hashes: documentHashes(read.value, sha256) })
})

const validate = operation(z.object({ document: z.string(), media, kind }), (input) => {
  const errors = validateText(input.document, input.media, input.kind)
  const warnings = errors.length === 0 ? warningsOf(input.document, input.media, input.kind) : []
  return done({ valid: errors.length === 0, errors, ...(warnings.length > 0 && { warnings }) })
})

/** As much of an event as a trace looks at; the rest may be what it wants. */
const texts = z.array(z.string()).optional()
const classes = z.array(z.looseObject({ epcClass: z.string() })).optional()
const traced = z
  .looseObject({
    type: z.string(),
    eventTime: z.string(),
    action: z.string().optional(),
    parentID: z.string().optional(),
    transformationID: z.string().optional(),
    childEPCs: texts,
    inputEPCList: texts,
    outputEPCList: texts,
    childQuantityList: classes,
    inputQuantityList: classes,
    outputQuantityList: classes,
  })
  .transform((event) => event as unknown as EpcisEvent)

const trace = operation(
  z.object({ events: z.array(traced), from: z.array(z.string()), direction: z.enum(['forward', 'back']) }),
  ({ events, from, direction }) => done(traceEvents(events, from, direction)),
)

/** What the probe answers about events of EPCIS. */
export const epcisOperations: Readonly<Record<string, Operation>> = { 'event.hash': hash, 'epcis.validate': validate, 'epcis.trace': trace }
