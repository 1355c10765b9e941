import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gs1Operations } from './gs1.ts'

type Case = {
  id: string
  kind: string
  input: string
  valid: boolean
  elementString: string
  canonicalDigitalLink: string | null
  hri: string[]
  ignoredQueryParams?: string[]
}
const vectors = new URL('../../../packages/gs1/vectors/', import.meta.url)
const text = (name: string) => readFileSync(new URL(name, vectors), 'utf8')
const cases = text('digital-link.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)
const epc = JSON.parse(text('epc.json')) as { pairs: { urn: string; digitalLink: string; gcpLength: number }[] }

const ask = (op: string, input: unknown) => gs1Operations[op]!(input)

describe('the probe', () => {
  test.each(cases)(
    '$id: the probe answers $kind $input as the GS1 engine does',
    async ({ kind, input, valid, elementString, canonicalDigitalLink, hri, ignoredQueryParams = [] }) => {
      const isUri = kind === 'digitalLinkUri'
      const answer = await (isUri ? ask('dl.parse', { uri: input }) : ask('ai.parse', { elementString: input }))
      expect(answer.ok).toBe(valid)
      if (answer.ok)
        expect(answer.value).toEqual(
          isUri
            ? { elementString, canonical: canonicalDigitalLink, ignored: ignoredQueryParams }
            : { canonical: canonicalDigitalLink, hri },
        )
    },
  )

  test.each(epc.pairs)('the probe converts $urn to $digitalLink and back', async ({ urn, digitalLink, gcpLength }) => {
    expect(await ask('epc.toDl', { urn })).toEqual({ ok: true, value: { dl: digitalLink } })
    expect(await ask('epc.fromDl', { dl: digitalLink, gcpLength })).toEqual({ ok: true, value: { urn } })
  })

  test('the probe refuses a request of the wrong shape', async () => {
    for (const [op, input] of [
      ['dl.parse', {}],
      ['ai.parse', { elementString: 1 }],
      ['epc.toDl', null],
      ['epc.fromDl', { dl: 'https://id.gs1.org/00/006141411234567890', gcpLength: '7' }],
    ] as const)
      expect(await ask(op, input)).toMatchObject({ ok: false, refusal: { code: 'bad-input' } })
  })
})
