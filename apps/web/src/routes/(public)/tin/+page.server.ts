import { listPublicNews } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

const whole = (text: string | null, digits: number) => (text && new RegExp(`^[1-9]\\d{0,${digits}}$`).test(text) ? Number(text) : undefined)

export const load: PageServerLoad = async ({ locals: { ctx, lang }, url: { searchParams } }) => {
  const q = (searchParams.get('q') ?? '').slice(0, 100)
  const year = whole(searchParams.get('nam'), 3)
  return { q, year, ...(await listPublicNews(ctx, lang, { q, year, page: whole(searchParams.get('trang'), 4) })) }
}
