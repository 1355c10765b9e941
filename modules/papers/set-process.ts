import { paperSetPdf } from '@dacsan/papers'
import type { SetLine } from '@dacsan/papers'
import { bindPapers } from '@dacsan/platform/bind-papers'
import { answerTasks } from '@dacsan/platform/pool-worker'
import type { SetTask } from './bind-set.ts'

// What bind-set.ts starts beside the server: it reads papers of strangers, and nothing else.
answerTasks(({ words, parts, createdAt, limits }: SetTask) =>
  bindPapers(parts, {
    title: words.title,
    indexTitle: words.index,
    createdAt,
    limits,
    around: (places, pages) => {
      const lines = parts.map(({ title, level, note }, index): SetLine => {
        const { first, isReadable } = places[index]!
        return { title, level, page: first, note: isReadable ? note : [note, words.unreadable].filter(Boolean).join(' · ') }
      })
      const notices = parts.flatMap(({ title }, index) => (places[index]!.isReadable ? [] : [{ title, text: words.notice }]))
      const titleOf = (page: number) => parts[places.findLastIndex(({ first }) => first !== null && first <= page)]?.title ?? words.index
      const feet = Array.from({ length: pages }, (_, index) => ({
        text: oneLine(`${words.foot} · ${titleOf(index + 1)}`),
        page: `${words.page} ${index + 1}/${pages}`,
      }))
      const { title, facts, index: indexTitle, watermark } = words
      return paperSetPdf({ title, facts, indexTitle, lines, notices, feet, watermark, createdAt })
    },
  }),
)

/** A foot has one line. */
const oneLine = (text: string) => (text.length > 105 ? `${text.normalize('NFC').slice(0, 104)}…` : text)
