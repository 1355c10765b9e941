import { readFile } from 'node:fs/promises'
import type { Command } from '../command.ts'

export default {
  summary: 'take in the links of a linkset, to which GS1 keys lead',
  arguments: ['FILE'],
  details: [
    'FILE: a linkset of GS1 (RFC 9264, application/linkset+json): all of it or nothing. Works beside a running server or without one.',
    'Anchors may name any host: only the GS1 path counts. What the file says of a thing replaces what was imported for it before; what it does not name stays.',
    'Every fault is told with its place on standard error, and the status is 1.',
  ].join('\n'),
  async run({ arguments: [file] }) {
    const text = await readFile(file!, 'utf8')
    const [{ onGroundwork }, { importLinkset }, { importResult, sayLinksetProblem }] = await Promise.all([
      import('../on-groundwork.ts'),
      import('@dacsan/modules/links'),
      import('@dacsan/modules/links/words'),
    ])
    await onGroundwork(async ({ ctx }) => {
      const outcome = await importLinkset(ctx, text)
      if (outcome.ok) return console.error(importResult(outcome.value))
      for (const problem of outcome.refusal.problems) console.error(sayLinksetProblem(problem))
      process.exitCode = 1
    })
  },
} satisfies Command
