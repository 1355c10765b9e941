import { must } from '../../demo.ts'
import type { DemoStage } from '../../demo.ts'
import { identityDemo } from '../../identity/demo.ts'
import { createNewsInput } from '../news/inputs.ts'
import { approveNews, releaseNews } from '../news/release-news.ts'
import type { NewsId } from '../news/rules/ids.ts'
import { createNews, submitNews } from '../news/write-news.ts'

/** An item that three people of the demonstration wrote, judged and let out. */
export function putNews(stage: DemoStage) {
  const { cast } = stage.of(identityDemo)
  return async (at: Date, given: Record<string, unknown>): Promise<NewsId> => {
    const writer = cast('chuyenvien', at)
    const form = createNewsInput.parse({ requestKey: writer.newId('key'), ...given })
    const { newsId } = must(await createNews(writer, form, { isSample: true }))
    must(await submitNews(writer, { newsId }))
    must(await approveNews(cast('congthuong', at), { newsId }))
    must(await releaseNews(cast('lanhdao', at), { newsId, publishAt: null }))
    return newsId
  }
}
