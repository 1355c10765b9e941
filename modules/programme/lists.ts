import type { List, ListKind } from '../list.ts'
import type { Drill } from './figures.ts'
import type { Column, FactRow } from './rules.ts'
import { figurePage as words } from './words.ts'

export type ListedFact = FactRow & { id: string; sampleMark: 'sample' | 'sourced' }

const kinds: Record<Column['kind'], ListKind> = { text: 'text', integer: 'number', money: 'money', date: 'day' }

/** The rows behind a figure as a list: each figure has its own columns. */
export function factList({ figure, columns, rows }: Pick<Drill, 'figure' | 'columns' | 'rows'>): List<ListedFact> {
  const named = columns.filter(({ kind }) => kind === 'text').map(({ key }) => key)
  return {
    name: figure.id,
    path: '/van-phong/so-lieu/[id]',
    title: figure.name,
    columns: [
      ...columns.map(({ key, header, kind }) => ({ key, label: header, kind: kinds[kind] })),
      { key: 'sampleMark', label: words.data, kind: 'choice', choices: { sourced: words.sourced, sample: words.sample } },
    ],
    searched: named.length > 0 ? named : ['id'],
    codes: ['code'],
    asks: ['tu', 'den', 'theo', 'la'],
    first: ['id'],
    source: async () => ({
      rows: rows.map((row, at) => ({
        ...row,
        id: String(at).padStart(6, '0'),
        sampleMark: row.isSample ? 'sample' : 'sourced',
      })) as ListedFact[],
    }),
  }
}
