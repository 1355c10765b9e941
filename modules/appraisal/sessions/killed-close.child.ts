// Closes a session in a process of its own, so that a test can kill it: node killed-close.child.ts DATABASE_URL SESSION_ID
import { openDatabase } from '@dacsan/platform/database'
import { newId, readId } from '@dacsan/platform/ids'
import { openFileStore } from '@dacsan/platform/files'
import { createLog } from '@dacsan/platform/log'
import type { DB as Tables } from '../../database.tables.ts'
import { closeSession } from './close-session.ts'

const [, , connection = '', sessionId = ''] = process.argv
const { db, close } = openDatabase<Tables>({ connection, log: createLog('silent') })
const membership = { organisationId: 'org_council' as const, organisationCode: 'hoi-dong', organisationName: 'Hội đồng', communeCode: null }
const memberships = [{ role: 'council-chair' as const, ...membership }]
const actor = { kind: 'person' as const, userId: 'usr_chair' as const, name: 'usr_chair', email: 'usr_chair@example.vn', memberships }
await closeSession(
  { db, files: openFileStore({ dataDir: '/nowhere' }), actor, now: new Date(), newId, origin: 'https://ocop.example' },
  { sessionId: readId('ses', sessionId) },
)
await close()
