import { expect, expectTypeOf, test } from 'vitest'
import type { assignRound } from '../filing/move-dossier.ts'
import type { DossierId, RoundId } from './ids.ts'

type Assign = typeof assignRound
type Tx = Parameters<Assign>[0]

test('the id of a round is not the id of a dossier, and no text is either', () => {
  expectTypeOf<RoundId>().not.toExtend<DossierId>()
  expectTypeOf<DossierId>().not.toExtend<RoundId>()
  expectTypeOf<string>().not.toExtend<DossierId>()
  expectTypeOf<string>().not.toExtend<RoundId>()
  expectTypeOf<Parameters<Assign>>().toEqualTypeOf<[tx: Tx, dossierId: DossierId, roundId: RoundId]>()
  // Never called: what is asked of it is that it compiles, and that the swap does not.
  const calls = async (assign: Assign, tx: Tx, dossierId: DossierId, roundId: RoundId) => {
    await assign(tx, dossierId, roundId)
    // @ts-expect-error the two are swapped
    await assign(tx, roundId, dossierId)
  }
  expect(calls).toBeTypeOf('function')
})
