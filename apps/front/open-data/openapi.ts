import { registerFilter } from '@dacsan/modules/catalogue'
import { provinceWords } from '@dacsan/modules/province'
import { z } from 'zod'
import { openCertificateShape } from './open-certificate.ts'
import { openProductShape } from './open-product.ts'

const problem = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
  },
}
const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const tooMany = refusal('Too many questions in one minute')

/** The description of the open data, drawn from the same schemas that read and write it. */
export function openApi(origin: string) {
  const { siteName, area } = provinceWords('vi')
  const { properties = {} } = z.toJSONSchema(registerFilter, { io: 'input', unrepresentable: 'any' })
  const parameters = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
  const page = {
    type: 'object',
    required: ['total', 'page', 'pages', 'items'],
    properties: {
      total: { type: 'integer' },
      page: { type: 'integer' },
      pages: { type: 'integer' },
      approximate: { type: 'boolean', description: 'Nothing has these words; these are the nearest' },
      items: { type: 'array', items: { $ref: '#/components/schemas/Product' } },
    },
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${siteName}: dữ liệu mở về sản phẩm OCOP ${area}`,
      version: '1.0.0',
      description: 'Read only. Times and dates are those of Việt Nam. What is not known is null.',
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: origin }],
    paths: {
      '/api/v1/products': {
        get: {
          summary: 'The register of products, in pages or as one CSV file',
          parameters: [...parameters, { name: 'format', in: 'query', required: false, schema: { type: 'string', enum: ['json', 'csv'] } }],
          responses: {
            '200': {
              description: 'Products; the Link header leads to the pages before and after',
              content: { 'application/json': { schema: page }, 'text/csv': { schema: { type: 'string' } } },
            },
            '429': tooMany,
          },
        },
      },
      '/api/v1/certificates/{code}': {
        get: {
          summary: 'One certificate, valid or not',
          parameters: [{ name: 'code', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            '200': {
              description: 'The certificate',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Certificate' } } },
            },
            '404': refusal('No certificate has this code'),
            '429': tooMany,
          },
        },
      },
      '/api/v1/sets': {
        get: {
          summary: 'The product sets of the decision in force, in plain words',
          responses: { '200': { description: 'Sets' }, '429': tooMany },
        },
      },
    },
    components: {
      schemas: { Product: z.toJSONSchema(openProductShape), Certificate: z.toJSONSchema(openCertificateShape), Problem: problem },
    },
  }
}
