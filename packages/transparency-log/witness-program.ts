// A witness for other people's logs, to be run by an office of its own (`node witness-program.ts --help`).
import { createHash } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { answerAddCheckpoint } from './add-checkpoint.ts'
import type { Witness } from './add-checkpoint.ts'
import { fileStore } from './file-store.ts'
import { parseVerifierKey, readSigner, signerOf } from './note.ts'

const help = `A witness says that a log only grew since it saw it last (C2SP tlog-witness). It keeps nothing of a log but its size and root.

  node witness-program.ts --make-key NAME --key FILE
      makes a key in FILE, readable by you alone, and prints the verifier key: give that to the logs (their WITNESS_KEYS)
  node witness-program.ts --key FILE --logs FILE --state FOLDER [--port 7380] [--host 127.0.0.1]
      answers POST /add-checkpoint for the logs whose verifier keys (/log/vkey of each) stand in the file, one a line

Losing FOLDER lets a log begin anew unseen: keep it with the key. Put a proxy with TLS before the port.`

const { values } = parseArgs({
  options: {
    'make-key': { type: 'string' },
    key: { type: 'string' },
    logs: { type: 'string' },
    state: { type: 'string' },
    port: { type: 'string', default: '7380' },
    host: { type: 'string', default: '127.0.0.1' },
    help: { type: 'boolean' },
  },
})
const mostBytes = 64 * 1024

if (values.help || !values.key) console.log(help)
else if (values['make-key'] === undefined) await serve(values.key, values)
else await makeKey(values['make-key'], values.key)

async function makeKey(name: string, file: string): Promise<void> {
  const seed = crypto.getRandomValues(new Uint8Array(32))
  const { vkey, keyId } = await signerOf(name, seed, 'cosignature/v1')
  // Never over a key that is there: what it signed could not go on.
  await writeFile(file, `PRIVATE+KEY+${name}+${keyId}+${Uint8Array.of(4, ...seed).toBase64()}\n`, { flag: 'wx', mode: 0o600 })
  await chmod(file, 0o600)
  console.log(vkey)
}

async function serve(keyFile: string, { logs, state, port, host }: typeof values): Promise<void> {
  if (logs === undefined || state === undefined) throw new Error('--logs and --state are missing (--help)')
  const signer = await readSigner((await readFile(keyFile, 'utf8')).trim())
  if (!signer.ok || signer.value.type !== 'cosignature/v1') throw new Error(`${keyFile} is no key of a witness`)
  const known = (await readFile(logs, 'utf8'))
    .split(/\s+/)
    .filter((line) => line !== '')
    .map((line) => {
      const key = parseVerifierKey(line)
      if (!key.ok) throw new Error(`${logs}: ${line} is no verifier key`)
      return key.value
    })
  const witness: Witness = { signer: signer.value, logs: known, ...headsIn(state) }
  let turn: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    const answer = async () => {
      if (request.method !== 'POST' || request.url !== '/add-checkpoint') return response.writeHead(404).end()
      if (Number(request.headers['content-length'] ?? 0) > mostBytes) return response.writeHead(413).end()
      const body = await text(request)
      const {
        status,
        type,
        body: said,
      } = await answerAddCheckpoint(body.slice(0, mostBytes), { witness, time: Math.floor(Date.now() / 1000) })
      return response.writeHead(status, { 'content-type': type }).end(said)
    }
    // One after the other: the size is compared and kept in one step.
    turn = turn.then(answer).catch((error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    })
  })
  server.listen(Number(port), host, () => {
    const address = server.address()
    console.log(`ready http://${host}:${typeof address === 'object' ? address?.port : port} ${signer.value.vkey}`)
  })
}

/** What was seen last of each log: a file each, on the disk before it is spoken of. */
function headsIn(folder: string): Pick<Witness, 'seen' | 'keep'> {
  const store = fileStore(folder)
  const nameOf = (origin: string) => `${createHash('sha256').update(origin).digest('hex')}.json`
  return {
    async seen(origin) {
      const bytes = await store.read(nameOf(origin))
      if (!bytes) return null
      const { size, root } = JSON.parse(new TextDecoder().decode(bytes)) as { size: number; root: string }
      return { size, root: Uint8Array.fromBase64(root) }
    },
    keep: (origin, { size, root }) =>
      store.write(nameOf(origin), new TextEncoder().encode(`${JSON.stringify({ origin, size, root: root.toBase64() })}\n`)),
  }
}
