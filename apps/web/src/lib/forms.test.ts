import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bringUploads, correct, foreignFieldsOf, readForm } from './forms.ts'

const posted = (body: BodyInit, type?: string) =>
  new Request('http://localhost/', { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) })
// The types of the browser do not know `duplex`, which Node asks for.
const streamed = (body: ReadableStream, type: string) =>
  new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' } as RequestInit)
const anything = z.record(z.string(), z.unknown())

describe('a posted form', () => {
  test('a posted form gives repeated names as a list, an empty text unchanged, and an empty file as undefined', async () => {
    // As browsers send it where no file was chosen.
    const boundary = '----WebKitFormBoundaryQx3nW9TzLk2RbVfa'
    const part = (head: string, content: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
    const body = [
      part('name="line"', 'a'),
      part('name="line"', 'b'),
      part('name="note"', ''),
      part('name="file"; filename=""\r\nContent-Type: application/octet-stream', ''),
      `--${boundary}--\r\n`,
    ].join('')
    expect(await readForm(posted(body, `multipart/form-data; boundary=${boundary}`), anything)).toEqual({
      ok: true,
      value: { line: ['a', 'b'], note: '', file: undefined },
      values: { line: 'b', note: '' },
    })
  })

  test('a file that was chosen and has nothing in it is not dropped: somebody hears of it', async () => {
    const form = new FormData()
    form.append('file', new File([], 'trang 2.jpg'))
    form.append('file', new File(['x'], 'trang 1.jpg'))
    const read = await readForm(posted(form), z.object({ file: z.array(z.instanceof(File)) }))
    expect(read.ok && read.value.file.map(({ name, size }) => [name, size])).toEqual([
      ['trang 2.jpg', 0],
      ['trang 1.jpg', 1],
    ])
  })

  test('files that came in pieces stand in the form at their places, and a text that only looks like one stays a text', async () => {
    const [known, other] = ['ab'.repeat(16), 'cd'.repeat(16)]
    const form = new FormData()
    form.append('title', `upload:${other}:x.jpg`)
    form.append('file', new File(['a'], 'nhỏ.jpg'))
    form.append('file', `upload:${known}:trang: 2.jpg`)
    const request = posted(form)
    bringUploads(request, new Map([[known, Buffer.from('photo')]]))
    const read = await readForm(request, z.object({ title: z.string(), file: z.array(z.instanceof(File)) }))
    if (!read.ok) throw new Error('not read')
    expect(read.value.title).toBe(`upload:${other}:x.jpg`)
    expect(await Promise.all(read.value.file.map(async (file) => [file.name, await file.text()]))).toEqual([
      ['nhỏ.jpg', 'a'],
      ['trang: 2.jpg', 'photo'],
    ])
    // Nobody else's form finds them.
    const again = new FormData()
    again.append('file', `upload:${known}:x.jpg`)
    expect((await readForm(posted(again), z.object({ file: z.instanceof(File) }))).ok).toBe(false)
  })

  test('C33: fields that others decide are not read, and their names are known once the form was read', async () => {
    const form = z.object({ title: z.string(), code: z.string() })
    const asked = posted('title=a&code=b&seller_id=pro_1&Stars=5&verified-at=now&utm_source=x', 'application/x-www-form-urlencoded')
    const read = await readForm(asked, form)
    expect(read.ok && read.value).toEqual({ title: 'a', code: 'b' })
    expect(foreignFieldsOf(asked)).toEqual(['seller_id', 'Stars', 'verified-at'])
    const honest = posted('title=a&code=b', 'application/x-www-form-urlencoded')
    await readForm(honest, form)
    expect(foreignFieldsOf(honest)).toEqual([])
  })

  test('a form that is refused only for now is answered with 503, whatever was typed in it is given back, and every other with 422', () => {
    for (const code of ['scanner-silent', 'pages-busy'])
      expect(correct({ title: 'Giấy' }, { file: 'Xin thử lại' }, code)).toMatchObject({ status: 503, data: { values: { title: 'Giấy' } } })
    for (const code of ['file-infected', undefined]) expect(correct({}, {}, code)).toMatchObject({ status: 422 })
  })

  // Quadratic work on this many fields does not end within the time that a test has.
  test('C43: a posted form of a hundred thousand fields is read', async () => {
    const body = Array.from({ length: 100_000 }, (_, n) => `k${n}=1`).join('&')
    const form = await readForm(posted(body, 'application/x-www-form-urlencoded'), anything)
    expect(form.ok && Object.keys(form.value)).toHaveLength(100_000)
  })

  test('C43: a form of parts without end is refused with 413 at the first part too many, and the rest is not read', async () => {
    const part = Buffer.from('--a\r\nContent-Disposition: form-data; name="k"\r\n\r\n1\r\n')
    const chunk = Buffer.concat(Array.from({ length: 100 }, () => part))
    for (const type of ['multipart/form-data; boundary=a', 'Multipart/Form-Data; x="; boundary=b"; boundary="a"']) {
      let read = 0
      const endless = new ReadableStream({ pull: (controller) => (read++ < 10_000 ? controller.enqueue(chunk) : controller.close()) })
      const asked = streamed(endless, type)
      await expect(readForm(asked, anything)).rejects.toMatchObject({ status: 413 })
      expect(read).toBeLessThan(20)
    }
  })

  test('a form of two hundred parts is read whole, in whatever pieces it arrives', async () => {
    const part = (n: number) => `--bound\r\nContent-Disposition: form-data; name="k${n}"\r\n\r\n--boun\r\n`
    const text = (parts: number) => `${Array.from({ length: parts }, (_, n) => part(n)).join('')}--bound--\r\n`
    const inPieces = (bytes: string) => {
      const pieces = bytes.match(/[^]{1,5}/g)!.map((piece) => Buffer.from(piece))
      const body = new ReadableStream({ pull: (to) => (pieces.length > 0 ? to.enqueue(pieces.shift()) : to.close()) })
      return streamed(body, 'multipart/form-data; boundary=bound')
    }
    const read = await readForm(inPieces(text(200)), anything)
    expect(read.ok && Object.values(read.value)).toEqual(Array(200).fill('--boun'))
    await expect(readForm(inPieces(text(201)), anything)).rejects.toMatchObject({ status: 413 })
  })

  test('C42: a posted form cannot change the prototype of an object', async () => {
    const form = await readForm(posted('__proto__=a&__proto__=b&constructor=c', 'application/x-www-form-urlencoded'), z.looseObject({}))
    expect(form.ok && Object.getPrototypeOf(form.value)).toBe(Object.prototype)
    expect(Object.keys(form.ok ? form.values : {})).toEqual(['constructor'])
  })

  test.each([
    ['multipart/form-data; boundary=a', '--a\r\ngarbage'],
    ['multipart/form-data', 'x'],
    ['application/x-sveltekit-formdata', '\0'],
  ])('C42: a posted form of the type %s with a malformed body is answered with 400', async (type, body) => {
    await expect(readForm(posted(body, type), anything)).rejects.toMatchObject({ status: 400 })
  })
})
