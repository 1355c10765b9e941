// Proves in the browser, with nothing but WebCrypto and the public tiles of the log, that facts stand in a signed tree: for /bang-chung/….
// Plain JavaScript that is short enough to be read by whoever would rather not believe it. (RFC 6962; C2SP tlog-tiles, signed-note, tlog-checkpoint.)

const tileWidth = 256
const hashBytes = 32
const utf8 = new TextEncoder()

const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', join(parts)))
const leafHash = (entry) => sha256(Uint8Array.of(0), utf8.encode(entry))
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right)
const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes))

function join(parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The signed head of the log: its name, how many entries, their root. Throws where none of the keys of the log, one a line, signed it. */
export async function readCheckpoint(note, vkeys) {
  for (const vkey of vkeys.trim().split('\n').toReversed()) if (await isSigned(note, vkey)) return headOf(note)
  throw new Error('no key of the log signed this checkpoint')
}

function headOf(note) {
  const [origin, size, root] = note.split('\n')
  return { origin, size: Number(size), root: fromBase64(root) }
}

async function isSigned(note, vkey) {
  const end = note.indexOf('\n\n')
  const text = note.slice(0, end + 1)
  const name = vkey.slice(0, vkey.indexOf('+'))
  const material = fromBase64(vkey.split('+').slice(2).join('+'))
  const key = await crypto.subtle.importKey('raw', material.slice(1), 'Ed25519', false, ['verify'])
  for (const line of note.slice(end + 2).split('\n')) {
    const [dash, signer, encoded] = line.split(' ')
    if (dash !== '—' || signer !== name) continue
    if (await crypto.subtle.verify('Ed25519', key, fromBase64(encoded).slice(4), utf8.encode(text))) return true
  }
  return false
}

/** Where the hashes of a tile stand among the files of a log of this size. */
export function tilePath(level, index, size) {
  const width = Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth)
  const groups = []
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(String(rest % 1000).padStart(3, '0'))
  const name = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${name}${width < tileWidth ? `.p/${width}` : ''}`
}

/** The root of a tree of this size that has this leaf at this place, every other hash read from tiles. `read(path)` gives the bytes of a file. */
export async function rootWith(leaf, place, size, read) {
  const tiles = new Map()
  const tile = async (path) => {
    if (!tiles.has(path)) tiles.set(path, await read(path))
    return tiles.get(path)
  }
  /** The root of 2^height leaves that begin where such a tree can begin. */
  const whole = async (start, height) => {
    const level = Math.floor(height / 8)
    const count = 2 ** (height % 8)
    const first = start / tileWidth ** level
    const bytes = await tile(tilePath(level, Math.floor(first / tileWidth), size))
    const from = (first % tileWidth) * hashBytes
    let row = Array.from({ length: count }, (_, at) => bytes.slice(from + at * hashBytes, from + (at + 1) * hashBytes))
    while (row.length > 1) row = await Promise.all(row.flatMap((hash, at) => (at % 2 ? [] : [nodeHash(hash, row[at + 1])])))
    return row[0]
  }
  const split = (count) => 2 ** Math.ceil(Math.log2(count) - 1)
  const range = async (start, count) => {
    const left = split(count)
    if (count === 1 || left * 2 === count) return whole(start, Math.round(Math.log2(count)))
    return nodeHash(await range(start, left), await range(start + left, count - left))
  }
  const way = async (start, count) => {
    if (count === 1) return leaf
    const left = split(count)
    if (place < start + left) return nodeHash(await way(start, left), await range(start + left, count - left))
    return nodeHash(await range(start, left), await way(start + left, count - left))
  }
  return way(0, size)
}

/** Whether a fact is the one whose digest the entry carries, and the entry stands at its place under the signed root. */
export async function isProven({ fact, entry, place }, { size, root }, read) {
  const digest = toBase64(await sha256(utf8.encode(fact)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  if (JSON.parse(entry).digest !== digest || place >= size) return false
  return toBase64(await rootWith(await leafHash(entry), place, size, read)) === toBase64(root)
}

async function provePage(page) {
  const fetched = async (path) => {
    const answer = await fetch(`/log/${path}`)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer
  }
  const read = async (path) => new Uint8Array(await (await fetched(path)).arrayBuffer())
  const checkpoint = await readCheckpoint(await (await fetched('checkpoint')).text(), await (await fetched('vkey')).text())
  for (const line of page.querySelectorAll('[data-entry]')) {
    const { entry, fact, place } = line.dataset
    const proven = await isProven({ entry, fact, place: Number(place) }, checkpoint, read).catch(() => false)
    const verdict = line.querySelector('[data-verdict]')
    verdict.textContent = proven ? page.dataset.proven : page.dataset.wrong
    line.dataset.proven = String(proven)
  }
}

const page = globalThis.document?.querySelector('[data-proof]')
if (page)
  provePage(page).catch(() => {
    for (const verdict of page.querySelectorAll('[data-verdict]')) verdict.textContent = page.dataset.cannot
  })
