// Comes to the stars of a scoring package again, with nothing but the package: no library, no data of the platform that wrote it.
//
//   node docs/replay-scoring-package.mjs < goi-cham-diem.json
//
// Prints { results: [{ dossier, total, stars }], agrees }. The rule is the one of Quyết định 26/2026/QĐ-TTg: the average of all sheets by criterion
// (what a sheet leaves out or marks null counts 0), the stars that the total reaches, and every minimum up to that star by the average of its
// criterion. All is compared in whole numbers: sums of points against a bound times the number of sheets. Figures are rounded for reading alone.

let text = ''
for await (const piece of process.stdin.setEncoding('utf8')) text += piece
const { digest, ...scoring } = JSON.parse(text)
const { rules, attendance, criteria, dossiers } = scoring

const required = Math.ceil((attendance.seats * rules.quorumPercent.value) / 100)
const quorate = attendance.present >= required && (attendance.chairPresent || !rules.quorumNeedsChair.value)

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)

/** Half up to two decimals: 14069 points of 201 sheets read 70.00, though they are less than 70. */
function toRead(points, sheets) {
  const hundredths = Math.floor((200 * points + sheets) / (2 * sheets))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

function score({ decision, set: code, starBands, finding, sheets }) {
  const set = criteria.find((one) => one.decision === decision && one.code === code)
  const parts = set.parts.map((part) => ({
    code: part.code,
    asked: part.sections.flatMap((section) => section.criteria).filter(({ options }) => options.length > 0),
  }))
  const asked = parts.flatMap((part) => part.asked)
  // Nothing is scored on an eliminated dossier: every sheet counts as blank.
  const counted = sheets.map(({ choices }) => (finding === 'eliminated' ? {} : choices))
  for (const choices of counted) {
    for (const [criterion, points] of Object.entries(choices)) {
      const options = asked.find((one) => one.code === criterion)?.options
      const known = options && (points === null || points === 0 || options.some((option) => option.points === points))
      if (!known) throw new Error(`${criterion} has no option of ${points} points`)
    }
  }
  const pointsOf = (criterion) => sum(counted.map((choices) => choices[criterion] ?? 0))
  const total = sum(asked.map((one) => pointsOf(one.code)))
  const minimums = asked.flatMap(({ code: criterion, options }) =>
    options.filter(({ minimumFor }) => minimumFor).map((option) => ({ star: option.minimumFor, criterion, required: option.points })),
  )
  const unmet = minimums.filter((one) => pointsOf(one.criterion) < one.required * sheets.length).toSorted((a, b) => a.star - b.star)
  const reached = starBands.filter(({ min }) => total >= min * sheets.length).map(({ star }) => star)
  return {
    points: total,
    sheets: sheets.length,
    total: toRead(total, sheets.length),
    parts: Object.fromEntries(parts.map((part) => [part.code, toRead(sum(part.asked.map((one) => pointsOf(one.code))), sheets.length)])),
    stars: Math.max(...reached.filter((star) => unmet.every((one) => one.star > star))),
    reachedByPoints: Math.max(...reached),
    unmet: unmet.map((one) => ({ ...one, got: toRead(pointsOf(one.criterion), sheets.length) })),
  }
}

/** The result that stands in the package, and the council that gave it. */
function holds({ finding, discussed, deciding, sheets, result }, found) {
  const totals = sheets.map(({ choices }) => sum(Object.values(choices).map((points) => points ?? 0)))
  const apart = finding === null && Math.max(...totals) - Math.min(...totals) > rules.deviationPoints.value
  const whole = sheets.length === deciding && deciding >= required && new Set(sheets.map(({ member }) => member)).size === deciding
  return whole && (discussed || !apart) && canonical(found) === canonical(result)
}

/** RFC 8785 for what a package holds: texts, whole numbers, yes and no, null. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).toSorted()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(scoring))))
let agrees = quorate && digest === `sha256:${bytes.toHex?.() ?? [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
const results = []
for (const dossier of dossiers) {
  // Left for another session, or taken back: nothing was decided.
  if (dossier.finding !== null && dossier.finding !== 'eliminated') {
    agrees &&= dossier.result === null && dossier.sheets.length === 0
    continue
  }
  try {
    const found = score(dossier)
    results.push({ dossier: dossier.dossier, total: found.total, stars: found.stars })
    agrees &&= holds(dossier, found)
  } catch {
    agrees = false
  }
}
console.log(JSON.stringify({ results, agrees }))
