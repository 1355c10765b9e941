import { foldText } from '@dacsan/vietnam'
import { listNames } from '@dacsan/modules/catalogue'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const byLetter = Map.groupBy(await listNames(ctx), ({ names }) => (foldText(names.vi[0] ?? '')[0] ?? '#').toUpperCase())
  return {
    letters: [...byLetter]
      .map(([letter, groups]) => ({ letter, id: `chu-${letter}`, groups }))
      .toSorted((a, b) => (a.letter < b.letter ? -1 : 1)),
    saved: url.searchParams.has('da-luu'),
  }
}
