import { readFile } from 'node:fs/promises'
import type { Outcome } from '@dacsan/decisions'
import { sayImportProblem } from '@dacsan/modules/identity/words'
import type { Ctx } from '../../modules/context.ts'
import type { Imported, ImportRejected } from '../../modules/identity/index.ts'
import { onGroundwork } from './on-groundwork.ts'

type Machine = { ctx: Ctx; origin: string }
type Count = { made: number; known: number; added: number }

/** Takes a file in by a command of a room: what came in is said in a line, every fault on a line of its own with status 1. */
export async function importFile<Made>(
  path: string,
  {
    tryOnly,
    take,
    words,
    after = async () => {},
  }: {
    tryOnly: boolean
    take: (ctx: Ctx, asked: { bytes: Uint8Array; tryOnly: boolean }) => Promise<Outcome<Imported<Made>, ImportRejected>>
    words: { result: (count: Count) => string; tried: (count: Count) => string }
    after?: (imported: Imported<Made>, machine: Machine) => Promise<void>
  },
): Promise<void> {
  const bytes = new Uint8Array(await readFile(path))
  await onGroundwork(async (machine) => {
    const outcome = await take(machine.ctx, { bytes, tryOnly })
    if (!outcome.ok) {
      for (const problem of outcome.refusal.problems) console.error(sayImportProblem(problem))
      process.exitCode = 1
      return
    }
    const { made, known, added, tried } = outcome.value
    console.error((tried ? words.tried : words.result)({ made: made.length, known, added }))
    await after(outcome.value, machine)
  })
}
