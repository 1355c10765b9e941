import { paths } from '#lib/paths.ts'
import { notSentWords as words } from './not-sent-words.ts'
import { textsOf } from './typed-store.ts'
import type { Sent } from './typed-store.ts'

// What waits, as one page that opens anywhere without us: to be read, printed, handed on, and to be taken in by the same person's browser elsewhere.

type SavedFile = { file: string; name: string; type: string; lastModified: number }
type Saved = {
  format: 'dacsan-not-sent'
  version: 1
  person: string
  forms: (Omit<Sent, 'content'> & { content: [string, string | SavedFile][] })[]
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const dataOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')))
    reader.readAsDataURL(new Blob([file], { type: file.type || 'application/octet-stream' }))
  })

/** Everything that waits, with its files. A file that the device cannot read any more is named. */
export async function asPage(person: string, forms: readonly Sent[], now: Date): Promise<Blob> {
  const saved: Saved = { format: 'dacsan-not-sent', version: 1, person, forms: [] }
  const title = escape(words.fileTitle(forms.length, now))
  const parts: string[] = [
    `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`,
    '<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:1rem auto;padding:0 1rem}img{max-width:100%;display:block}dt{font-weight:600}</style>',
    `<h1>${title}</h1><p>${escape(words.savedMeans)}</p>`,
  ]
  for (const [place, { content, ...form }] of forms.entries()) {
    const fields: [string, string | SavedFile][] = []
    parts.push(`<h2>${escape(form.title)}</h2><p>${escape(words.at(form.at))}</p><dl>`)
    for (const [index, [name, value]] of content.entries()) {
      const label = `<dt>${escape(form.labels?.[name] ?? name)}</dt>`
      if (typeof value === 'string') {
        fields.push([name, value])
        // What nobody typed has no name on its page.
        for (const said of textsOf({ content: [[name, value]], ...(form.labels && { labels: form.labels }) }))
          parts.push(`<dt>${escape(said.name)}</dt><dd>${escape(said.value)}</dd>`)
        continue
      }
      if (value.name === '') continue
      const id = `f${place}-${index}`
      const data = await dataOf(value).catch(() => null)
      fields.push([name, { file: id, name: value.name, type: value.type, lastModified: value.lastModified }])
      const shown = data === null ? '' : value.type.startsWith('image/') ? `<img src="${data}" alt="" id="${id}">` : ''
      const link =
        data === null
          ? escape(value.name)
          : `<a download="${escape(value.name)}" ${shown ? '' : `id="${id}" `}href="${shown ? '#' + id : data}">${escape(value.name)}</a>`
      parts.push(label, `<dd>${link}${shown}</dd>`)
    }
    parts.push('</dl>')
    saved.forms.push({ ...form, content: fields })
  }
  parts.push(
    `<script type="application/json" id="dacsan-not-sent">${JSON.stringify(saved).replaceAll('<', String.raw`\u003c`)}</script></html>`,
  )
  return new Blob(parts, { type: 'text/html' })
}

/** The forms of a saved page; null where it is none, or another person's. */
export async function fromPage(file: File, person: string): Promise<Sent[] | null> {
  const page = new DOMParser().parseFromString(await file.text(), 'text/html')
  const saved = readSaved(page.getElementById('dacsan-not-sent')?.textContent ?? '')
  if (saved?.format !== 'dacsan-not-sent' || saved.person !== person) return null
  const ours = (address: string) => {
    const { origin, pathname } = new URL(address, location.href)
    return origin === location.origin && `${pathname}/`.startsWith(`${paths.office}/`)
  }
  return saved.forms
    .filter(({ path, action }) => ours(path) && ours(action))
    .map(({ content, ...form }) => ({
      ...withoutUploads(form),
      path: new URL(form.path, location.href).pathname + new URL(form.path, location.href).search,
      // A file can come from anybody: nothing of it goes before its person has looked.
      refused: words.fromFile,
      content: content.flatMap(([name, value]): [string, FormDataEntryValue][] => {
        if (typeof value === 'string') return [[name, value]]
        const element = page.getElementById(value.file)
        const bytes = bytesOf(element?.getAttribute('src') ?? element?.getAttribute('href') ?? '')
        return bytes === null ? [] : [[name, new File([bytes], value.name, { type: value.type, lastModified: value.lastModified })]]
      }),
    }))
}

/** They were of the places that its files had in the content of another device. */
function withoutUploads<Form extends { uploads?: unknown }>(form: Form): Omit<Form, 'uploads'> {
  const rest = { ...form }
  delete rest.uploads
  return rest
}

function readSaved(text: string): Saved | null {
  try {
    return JSON.parse(text) as Saved
  } catch {
    return null
  }
}

function bytesOf(address: string): Uint8Array<ArrayBuffer> | null {
  const [, data] = /^data:[^,]*;base64,(.*)$/s.exec(address) ?? []
  return data === undefined ? null : Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))
}
