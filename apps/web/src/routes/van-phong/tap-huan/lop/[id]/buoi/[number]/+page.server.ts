import { addSheet, addSheetInput, findAcceptance, markAttendance, markAttendanceInput, sessionCode } from '@dacsan/modules/support'
import { howWords, sessionPage as words } from '@dacsan/modules/support/words'
import { readId } from '@dacsan/platform/ids'
import { error } from '@sveltejs/kit'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { uploadOf } from '#lib/points/answers.ts'
import { actOnTraining } from '#lib/training/answers.ts'
import { formatMoment } from '@dacsan/vietnam'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const numberOf = ({ params }: Pick<RequestEvent, 'params'>) => (/^\d{1,2}$/.test(params.number) ? Number(params.number) : 0)

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const [classId, number] = [readId('tcl', event.params.id), numberOf(event)]
  const { held, learners, sessions, last, lines, sheets, mayMark } = await findAcceptance(ctx, classId)
  const session = sessions.find((one) => one.number === number)
  if (!session) error(404, 'Not Found')
  const { svg, sessionId, code } = await sessionCode(ctx, { classId, number, origin: ctx.origin })
  const names = new Map(learners.map(({ id, name }) => [id as string, name]))
  return {
    held: { id: held.id, name: held.name, slug: held.slug },
    session: { id: session.id, number, topic: session.topic, hours: `${formatMoment(session.beginsAt)} – ${formatMoment(session.endsAt)}` },
    checkIn: paths.classCheckIn(sessionId, code),
    qr: `data:image/svg+xml,${encodeURIComponent(svg)}`,
    people: learners.map(({ id, name, from }) => {
      const line = last.get(`${session.id} ${id}`)
      return { id, name, from, isPresent: line?.present ?? false, known: line ? (line.present ? howWords[line.how] : words.absent) : null }
    }),
    corrections: lines
      .filter((line) => line.sessionId === session.id && line.seq > 1 && names.has(line.participantId))
      .map((line) => words.correction(names.get(line.participantId)!, line.present, line.reason ?? '', line.byName)),
    sheets: sheets.filter((one) => one.number === number).map(({ hash }) => hash),
    mayMark,
    saved: event.url.searchParams.has('da-luu'),
  }
}

const saved = (event: RequestEvent) => paths.classSession(event.params.id, numberOf(event), { saved: true })

export const actions: Actions = {
  mark: async (event) =>
    actOnTraining(await readForm(event.request, markAttendanceInput), (value) => markAttendance(event.locals.ctx, value), saved(event)),
  sheet: async (event) =>
    actOnTraining(
      await readForm(event.request, addSheetInput.extend({ file: z.instanceof(File).optional() })),
      ({ file, ...input }) => addSheet(event.locals.ctx, input, file && file.size > 0 ? uploadOf(file) : null),
      saved(event),
    ),
}
