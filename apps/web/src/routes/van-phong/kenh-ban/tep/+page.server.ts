import { findChannelFiles, readChannelFile, readFileInput } from '@dacsan/modules/channels'
import { channelFilesPage as words, sayFaults, sayRefusal } from '@dacsan/modules/channels/words'
import { formatMoment } from '@dacsan/vietnam'
import { fail, redirect } from '@sveltejs/kit'
import { readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { past, shops } = await findChannelFiles(ctx)
  return {
    shops,
    past: past.map(({ id, fileName, channel, shopName, kind, rowCount, takenAt }) => ({
      id,
      fileName,
      channel,
      shopName,
      kind,
      rowCount,
      takenAt: takenAt && formatMoment(takenAt),
    })),
  }
}

const refused = (values: Record<string, string>, errors: Record<string, string>, faults: string[] = []) =>
  fail(422, { values, errors, faults })

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readFormData(request)
    const [file, shopId, kind] = [form.get('file'), String(form.get('shopId') ?? ''), String(form.get('kind') ?? '')]
    const values = { shopId, kind }
    const chosen = readFileInput.safeParse(values)
    if (!chosen.success)
      return refused(values, Object.fromEntries(chosen.error.issues.map(({ path, message }) => [String(path[0]), message])))
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) return refused(values, { file: words.chooseFile })
    const outcome = await readChannelFile(ctx, chosen.data, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (outcome.ok) redirect(303, paths.channelFile(outcome.value.fileId))
    return refused(values, { file: sayRefusal(outcome.refusal) }, sayFaults(outcome.refusal))
  },
}
