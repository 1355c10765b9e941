import type { Command } from '../command.ts'

export default {
  summary: 'list the keys of machines',
  details: [
    'One key a line, parted by tabs: id, beginning, state, organisation, scopes, last day of use, last day on which it opens, label.',
    'Works beside a running server or without one. No key is ever printed again.',
  ].join('\n'),
  async run() {
    const [{ onGroundwork }, { listApiKeys }] = await Promise.all([import('../on-groundwork.ts'), import('@dacsan/modules/identity')])
    for (const key of await onGroundwork(({ ctx }) => listApiKeys(ctx))) {
      const { id, shown, status, organisationCode, scopes, lastUsedOn, expiresOn, label } = key
      console.log([id, shown, status, organisationCode, scopes.join(','), lastUsedOn ?? '-', expiresOn ?? '-', label].join('\t'))
    }
  },
} satisfies Command
