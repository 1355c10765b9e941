import { error } from '@sveltejs/kit'
import { requirePerson } from '@dacsan/modules/identity'
import { exportData, ownKey, printData } from '@dacsan/modules/personal-data'
import { download } from '#lib/download.ts'
import { jsonFile } from '#lib/privacy/json-file.ts'
import type { RequestHandler } from './$types'

/** Everything that is held about whoever is signed in: `du-lieu.json` for another program, `du-lieu.pdf` to print. */
export const GET: RequestHandler = async (event) => {
  const { ctx, actor } = event.locals
  const key = ownKey(ctx)
  if (event.params.file === 'du-lieu.json') return jsonFile(await exportData(ctx, key))
  if (event.params.file !== 'du-lieu.pdf') error(404, 'Not Found')
  return download(event, await printData(ctx, key, requirePerson(actor).name), { format: 'pdf', name: 'du-lieu-cua-toi' })
}
