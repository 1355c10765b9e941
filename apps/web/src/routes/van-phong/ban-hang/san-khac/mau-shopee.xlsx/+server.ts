import { redirect } from '@sveltejs/kit'
import { fillShopTemplate } from '@dacsan/modules/shop'
import { fileResponse } from '#lib/download.ts'
import { readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = async ({ request, locals: { ctx }, url }) => {
  const file = (await readFormData(request)).get('file')
  const given = file instanceof File && file.size > 0 ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null
  const filled = await fillShopTemplate(ctx, given, (hash) => `${url.origin}/anh/${hash}.webp`)
  if (filled.ok) return fileResponse(filled.value.bytes, 'xlsx', 'shopee.xlsx')
  const { refusal } = filled
  const keys = 'keys' in refusal ? refusal.keys.join(',') : 'key' in refusal ? refusal.key : ''
  redirect(303, paths.channels({ refused: refusal.code, keys }))
}
