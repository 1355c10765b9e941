import { provinceWords } from '@dacsan/modules/province'
import type { OpenDataSet } from '@dacsan/modules/rooms'
import { z } from 'zod'
import { openDataWords } from './words.ts'

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
const tooMany = refusal('Too many requests in one minute')
const json = (schema: object) => ({ 'application/json': { schema } })

/** The description of the open data, drawn from the same schemas that read and write it. */
export function openApi(origin: string, sets: readonly OpenDataSet[]) {
  const { siteName, area } = provinceWords('vi')
  return {
    openapi: '3.1.0',
    info: {
      title: openDataWords.title(siteName, area),
      version: '1.0.0',
      description: openDataWords.description,
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: origin }],
    paths: Object.fromEntries(sets.flatMap(pathsOf)),
    components: { schemas: { ...Object.fromEntries(sets.map(({ item, row }) => [item, z.toJSONSchema(row)])), Problem: problem } },
  }
}

function pathsOf({ name, item, about, all, list, find }: OpenDataSet): [string, object][] {
  const path = `/api/v1/${name}`
  const row = { $ref: `#/components/schemas/${item}` }
  const rows = { type: 'array', items: row }
  const paths: [string, object][] = []
  if (all) paths.push([path, answers(about, { '200': { description: 'All of them', content: json(wrapped({ items: rows })) } })])
  if (list) {
    const page = {
      total: { type: 'integer', description: 'All that match, samples among them' },
      samples: { type: 'integer', description: 'Those of the total that were made for trying out' },
      page: { type: 'integer' },
      pages: { type: 'integer' },
      approximate: { type: 'boolean', description: 'Nothing has these words; these are the nearest' },
      items: rows,
    }
    const content = { ...json(wrapped(page)), 'text/csv': { schema: { type: 'string' } } }
    const description = 'A page; the Link header leads to the pages before and after'
    const refused = refusal('A parameter that is not described here, or a value that it cannot have; the detail names it')
    paths.push([path, answers(about, { '200': { description, content }, '400': refused }, parametersOf(list.filter))])
  }
  if (find) {
    const parameter = { name: 'code', in: 'path', required: true, schema: { type: 'string' } }
    const found = { '200': { description: item, content: json(row) }, '404': refusal(find.none) }
    paths.push([`${path}/{code}`, answers(about, found, [parameter])])
  }
  return paths
}

function answers(summary: string, responses: object, parameters?: readonly object[]): object {
  return { get: { summary, ...(parameters && { parameters }), responses: { ...responses, '429': tooMany } } }
}

function wrapped(properties: Record<string, object>): object {
  return { type: 'object', required: Object.keys(properties).filter((name) => name !== 'approximate'), properties }
}

function parametersOf(filter: z.ZodObject): object[] {
  const { properties = {} } = z.toJSONSchema(filter, { io: 'input', unrepresentable: 'any' })
  const ofFilter = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
  return [...ofFilter, { name: 'format', in: 'query', required: false, schema: { type: 'string', enum: ['json', 'csv'] } }]
}
