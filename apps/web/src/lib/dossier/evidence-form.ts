import { addEvidenceInput } from '@dacsan/modules/dossiers'
import type { AddEvidenceInput, Upload } from '@dacsan/modules/dossiers'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'

/** One file, or those that become the pages of one paper, in the order in which they were chosen. */
const posted = addEvidenceInput.extend({ file: z.preprocess((files) => [files ?? []].flat(), z.array(z.instanceof(File))) })

/** Reads a paper and its file from a form. */
export async function readEvidence(request: Request) {
  const form = await readForm(request, posted)
  if (!form.ok) return form
  const { file, ...paper } = form.value
  const input: AddEvidenceInput = paper
  const uploads: Upload[] = file.map((one) => ({ content: one, name: one.name }))
  return { ok: true as const, input, uploads, values: form.values }
}
