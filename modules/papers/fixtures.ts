import type { Outcome, Refusal } from '@dacsan/decisions'

/**
 * A command that draws, as tests use it that are about what is drawn: a refusal throws.
 *
 * @example const sessionPaper = drawnBy(appraisal.sessionPaper)
 */
export function drawnBy<Asked extends unknown[], Drawn, R extends Refusal>(command: (...asked: Asked) => Promise<Outcome<Drawn, R>>) {
  return async (...asked: Asked): Promise<Drawn> => {
    const outcome = await command(...asked)
    if (!outcome.ok) throw new Error(`not drawn: ${outcome.refusal.code}`)
    return outcome.value
  }
}
