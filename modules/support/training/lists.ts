import type { List } from '../../list.ts'
import { classesListed, coursesListed } from './list.store.ts'
import type { ListedClass, ListedCourse } from './list.store.ts'
import { requireOffice } from './policy.ts'
import { classStatusWords } from './words/names.ts'
import { classesPage as words, coursesPage } from './words/pages.ts'

export const classList: List<ListedClass> = {
  name: 'lop-tap-huan',
  path: '/van-phong/tap-huan',
  title: words.title,
  columns: [
    { key: 'name', label: words.name, kind: 'text' },
    { key: 'courseName', label: words.course, kind: 'text' },
    { key: 'status', label: words.status, kind: 'choice', choices: classStatusWords },
    { key: 'firstAt', label: words.firstAt, kind: 'moment', always: true },
    { key: 'signUpBy', label: words.signUpBy, kind: 'moment', onlyInFile: true },
    { key: 'venue', label: words.venue, kind: 'text', onlyInFile: true },
    { key: 'listed', label: words.listed, kind: 'number' },
    { key: 'waiting', label: words.waiting, kind: 'number' },
  ],
  searched: ['name', 'courseName', 'venue'],
  codes: [],
  filters: [
    { name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: classStatusWords, any: words.any },
    { name: 'tu', label: words.from, column: 'firstAt', kind: 'from' },
    { name: 'den', label: words.to, column: 'firstAt', kind: 'to' },
  ],
  first: ['-firstAt', 'id'],
  source: async (ctx) => {
    requireOffice(ctx.actor)
    return { statement: classesListed(ctx.db) }
  },
}

export const courseList: List<ListedCourse> = {
  name: 'khoa-tap-huan',
  path: '/van-phong/tap-huan/khoa',
  title: coursesPage.title,
  columns: [
    { key: 'name', label: coursesPage.name, kind: 'text' },
    { key: 'hours', label: coursesPage.hours, kind: 'number' },
    { key: 'classes', label: coursesPage.classes, kind: 'number' },
    { key: 'createdAt', label: coursesPage.createdAt, kind: 'moment', always: true },
  ],
  searched: ['name'],
  codes: [],
  first: ['-createdAt', 'id'],
  source: async (ctx) => {
    requireOffice(ctx.actor)
    return { statement: coursesListed(ctx.db) }
  },
}
