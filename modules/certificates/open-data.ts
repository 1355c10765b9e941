import { z } from 'zod'
import type { OpenDataReader, OpenDataSet } from '../open-data.ts'
import { findCertificate } from './find-certificate.ts'
import type { CertificateView } from './rules.ts'

const openCertificateShape = z.object({
  code: z.string().describe('Names the certificate in addresses here'),
  number: z.string().nullable().describe('The number on the certificate; null where no source gives it'),
  url: z.url(),
  product: z.string(),
  productUrl: z.url(),
  producer: z.string(),
  stars: z.number().int().min(3).max(5),
  state: z.string().describe('valid, expiring, extended, expired, undated, superseded or withdrawn, on the day of the answer'),
  decisionNumber: z.string().nullable(),
  decisionDate: z.iso.date().nullable(),
  authority: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable().describe('The last day'),
  extendedUntil: z.iso.date().nullable().describe('Where its renewal is under way'),
  validityInferred: z.boolean(),
  productCode: z.string().nullable(),
  withdrawnOn: z.iso.date().nullable(),
  isSample: z.boolean().describe('Made for trying out, not a real certificate'),
  sample: z.boolean().describe('The same, under its first name'),
  source: z.string().nullable(),
  importedOn: z.iso
    .date()
    .nullable()
    .describe('The day it came in with a register older than this platform; null where a decision of this platform stands behind it'),
  importedFrom: z
    .enum(['officer', 'reference'])
    .nullable()
    .describe('officer: a file that two officers answer for; reference: the public register that comes with the software'),
})
type OpenCertificate = z.infer<typeof openCertificateShape>

/** Certificates, valid or not; `state` is the answer to "may it be relied on today". */
export const openCertificates: OpenDataSet = {
  name: 'certificates',
  item: 'Certificate',
  about: 'One certificate, valid or not',
  row: openCertificateShape,
  find: {
    async by({ ctx, addressOf }, code) {
      const certificate = await findCertificate(ctx, code)
      return certificate && openCertificate(certificate, addressOf)
    },
    none: 'No certificate has this code',
  },
}

function openCertificate(certificate: CertificateView, addressOf: OpenDataReader['addressOf']): OpenCertificate {
  return {
    code: certificate.code,
    number: certificate.number,
    url: addressOf.certificate(certificate.code),
    product: certificate.productName,
    productUrl: addressOf.product(certificate.productSlug),
    producer: certificate.producerName,
    stars: certificate.stars,
    state: certificate.verdict,
    decisionNumber: certificate.decisionNumber,
    decisionDate: certificate.decisionDate,
    authority: certificate.authority,
    issuedOn: certificate.issuedOn,
    validUntil: certificate.validUntil,
    extendedUntil: certificate.extendedUntil,
    validityInferred: certificate.validityInferred,
    productCode: certificate.productCode,
    withdrawnOn: certificate.withdrawnOn,
    isSample: certificate.isSample,
    sample: certificate.isSample,
    source: certificate.sourceUrl,
    importedOn: certificate.importedOn,
    importedFrom: certificate.importedBy,
  }
}
