import type { Ctx } from '../context.ts'
import type { List } from '../list.ts'
import { lawOnFile } from './find-law.ts'
import type { TopicOnFile } from './find-law.ts'
import { legalRulesPage as words } from './words.ts'

export type ListedRuleTopic = Omit<TopicOnFile, 'topic'> & {
  /** Its topic. */
  id: string
  said: string | null
  instrument: string | null
  article: string | null
  from: string | null
  state: keyof typeof words.states
  /** Room by room, as they are declared. */
  place: string
}

/** The rows of topics that were read already. */
export const topicRows = (topics: readonly TopicOnFile[]): ListedRuleTopic[] =>
  topics.map(({ topic, ...row }, at) => ({
    ...row,
    id: topic,
    said: row.now?.said ?? null,
    instrument: row.now?.instrument ?? null,
    article: row.now?.article ?? null,
    from: row.now?.effectiveFrom ?? null,
    state: stateOf(row),
    place: String(at).padStart(4, '0'),
  }))

function stateOf({ waiting, now, implemented }: Omit<TopicOnFile, 'topic'>): ListedRuleTopic['state'] {
  if (waiting) return 'waiting'
  if (now === null) return 'none'
  if (!now.usable) return 'unusable'
  return implemented ? 'used' : 'unused'
}

// The topics are declared in the rooms: all of them are read.
export const legalRuleList: List<ListedRuleTopic> = {
  name: 'can-cu-phap-ly',
  path: '/van-phong/quan-tri/luat',
  title: words.title,
  columns: [
    { key: 'title', label: words.columns.title, kind: 'text' },
    { key: 'said', label: words.columns.said, kind: 'text' },
    { key: 'instrument', label: words.columns.instrument, kind: 'text' },
    { key: 'article', label: words.columns.article, kind: 'text', onlyInFile: true },
    { key: 'from', label: words.columns.from, kind: 'day' },
    { key: 'state', label: words.columns.state, kind: 'choice', choices: words.states },
    { key: 'versions', label: words.columns.versions, kind: 'number', onlyInFile: true },
    { key: 'id', label: words.columns.topic, kind: 'text', onlyInFile: true },
  ],
  searched: ['title', 'said', 'instrument', 'article'],
  codes: ['id'],
  filters: [{ name: 'state', label: words.columns.state, column: 'state', kind: 'choice', choices: words.states, any: words.anyState }],
  first: ['place'],
  perPage: 15,
  source: async (ctx: Ctx) => ({ rows: topicRows((await lawOnFile(ctx)).topics) }),
}
