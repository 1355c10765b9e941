import type { Command } from '../command.ts'

export default {
  summary: 'answer requests to the pure packages, one JSON line each',
  details: 'Reads {"id":"…","op":"…","in":{…}} from standard input and answers in order on standard output. Needs no database.',
  async run() {
    const { runProbe } = await import('../probe/run.ts')
    await runProbe(process.stdin, process.stdout)
  },
} satisfies Command
