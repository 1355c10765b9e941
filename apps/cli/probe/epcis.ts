import { createHash } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import { type JsonRefusal, eventsOf, readJson } from '@dacsan/epcis'
import { documentHashes } from '@dacsan/epcis/hash'
import { isXml, validateText } from '@dacsan/epcis/validate'
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
  return done({ valid: errors.length === 0, errors })
})

/** What the probe answers about events of EPCIS. */
export const epcisOperations: Readonly<Record<string, Operation>> = { 'event.hash': hash, 'epcis.validate': validate }
