import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { correct, foreignFieldsOf, readForm } from './forms.ts'

const posted = (body: BodyInit, type?: string) =>
  new Request('http://localhost/', { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) })
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
