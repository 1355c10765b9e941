import '../topics.ts'
import { newId } from '@dacsan/platform/ids'
import type { Ctx } from '../../context.ts'
import type { Person, Role } from '../../identity/index.ts'
import { mustBe } from '../../shop/fixtures.ts'
import { createNewsInput, releaseNewsInput } from './inputs.ts'
import type { CreateNewsInput } from './inputs.ts'
import { approveNews, releaseNews } from './release-news.ts'
import type { NewsId } from './rules/ids.ts'
import { createNews, submitNews } from './write-news.ts'

export const newsDay = '2026-11-23T10:00:00+07:00'

export const aNewsPerson = (role: Role, name = role as string): Person => ({
  kind: 'person',
  userId: `usr_${name}`,
  name,
  email: `${name}@example.vn`,
  memberships: [{ role, organisationId: 'org_office', organisationCode: 'office', organisationName: 'office', communeCode: null }],
})

export const aNewsForm = (given: Partial<Record<keyof CreateNewsInput, unknown>> = {}): CreateNewsInput =>
  createNewsInput.parse({
    title: 'Hội nghị sơ kết Chương trình OCOP',
    lead: 'Chiều nay, Ban Chỉ đạo họp sơ kết và bàn việc năm tới.',
    body: 'Đã có **184 sản phẩm** được công nhận.\n\nĐẩy mạnh quảng bá thương hiệu.',
    madeOn: '2026-11-20',
    requestKey: newId('key'),
    ...given,
  })

type Hands = { writer: Ctx; judge: Ctx; chief: Ctx }

/** An item that three people wrote, judged and let out. */
export async function aPublishedItem(
  { writer, judge, chief }: Hands,
  given: Parameters<typeof aNewsForm>[0] = {},
  publishAt = '',
): Promise<NewsId> {
  const { newsId } = mustBe(await createNews(writer, aNewsForm(given)))
  mustBe(await submitNews(writer, { newsId }))
  mustBe(await approveNews(judge, { newsId }))
  mustBe(await releaseNews(chief, releaseNewsInput.parse({ newsId, publishAt })))
  return newsId
}
