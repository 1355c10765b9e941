import type { Outcome } from '@dacsan/decisions'
import type { Imported, ImportRejected } from '@dacsan/modules/identity'
import { fieldErrors, importFaults, sayImportProblem } from '@dacsan/modules/identity/words'
import { fail } from '@sveltejs/kit'
import { readFormData } from '#lib/forms.ts'

type Column = { heading: string; alsoCalled?: readonly string[]; expected: string; required?: true }

/** The columns of a file, for whoever fills it in. */
export const sayColumns = (columns: Readonly<Record<string, Column>>) =>
  Object.values(columns).map(({ heading, alsoCalled = [], expected, required }) => ({
    heading,
    key: alsoCalled.join(', '),
    expected,
    required: required === true,
  }))

/** Takes in the file of a form by a command of a room: what came in, or every fault as a sentence. */
export async function takeImport<Made>(
  request: Request,
  take: (asked: { bytes: Uint8Array; tryOnly: boolean }) => Promise<Outcome<Imported<Made>, ImportRejected>>,
) {
  const form = await readFormData(request)
  const file = form.get('file')
  const refused = (says: string, problems: string[]) => ({
    ok: false as const,
    answer: fail(422, { errors: { file: says } as Record<string, string>, problems }),
  })
  if (!(file instanceof File) || file.size === 0) return refused(fieldErrors.importFile, [])
  const outcome = await take({ bytes: new Uint8Array(await file.arrayBuffer()), tryOnly: form.has('try') })
  if (!outcome.ok) return refused(importFaults(outcome.refusal.problems.length), outcome.refusal.problems.map(sayImportProblem))
  const { made, known, added, tried } = outcome.value
  return { ok: true as const, made, tried, count: { made: made.length, known, added } }
}
