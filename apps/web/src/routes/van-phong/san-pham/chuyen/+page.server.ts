import { listRegister, registerFilter } from '@dacsan/modules/catalogue'
import { ownTransfers } from '@dacsan/modules/joining'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const query = (url.searchParams.get('q') ?? '').slice(0, 200).trim()
  const own = await ownTransfers(ctx)
  const found = query === '' ? [] : (await listRegister(ctx, registerFilter.parse({ q: query }))).items
  return {
    ...own,
    query,
    found: found
      .filter(({ producer }) => producer.id !== own.producer?.id)
      .slice(0, 8)
      .map(({ slug, name, producer }) => ({ slug, name, producer: producer.name })),
  }
}
