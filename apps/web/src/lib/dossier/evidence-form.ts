import { addEvidenceInput } from '@dacsan/modules/dossiers'
import type { AddEvidenceInput, Upload } from '@dacsan/modules/dossiers'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'

const posted = addEvidenceInput.extend({ file: z.instanceof(File).optional() })

/** Reads a paper and its file from a form. */
export async function readEvidence(request: Request) {
  const form = await readForm(request, posted)
  if (!form.ok) return form
  const { file, ...paper } = form.value
  const input: AddEvidenceInput = paper
  const upload: Upload | null = file ? { content: file, name: file.name } : null
  return { ok: true as const, input, upload, values: form.values }
}
