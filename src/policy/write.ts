import { render } from './render.ts'
import { type PolicyDraft, PolicyFile } from './schema.ts'

/** What `nightdesk init` asks for. Everything else has a default that a fresh home can live with. */
export type PolicyAnswers = Pick<PolicyDraft, 'company' | 'people'> & Partial<PolicyDraft>

/** The text of a policy file: the answers, every other key with its default, and a comment on each. */
export function writePolicy(answers: PolicyAnswers): string {
  return `${HEADER}\n${spaced(render(PolicyFile, answers)).join('\n')}\n`
}

/** The example that comes with the code: a team of two under the defaults. */
export function examplePolicy(): string {
  return writePolicy({
    company: { name: 'Northwind Studio', timezone: 'Europe/London', currency: 'EUR', holidays: ['GB-ENG'] },
    people: [
      {
        id: 'mia',
        name: 'Mia Chen',
        roles: ['founder', 'approver'],
        email: 'mia@northwind.example',
        backup: 'sam',
        working_hours: { 'mon-thu': '09:30-18:00', fri: '09:30-16:00' },
        energy: {
          deep: [{ days: 'mon-thu', from: '09:30', to: '12:00' }],
          high: [{ days: 'mon-fri', from: '13:30', to: '16:00' }],
          low: [{ days: 'mon-fri', from: '16:30', to: '18:00' }],
        },
        ignores_before: '10:30',
        max_meetings_per_day: 5,
        max_back_to_back: 2,
        lunch: '12:30-13:30',
      },
      { id: 'sam', name: 'Sam Reed', email: 'sam@northwind.example', timezone: 'Europe/Berlin' },
    ],
    escalation: { fallback: 'mia' },
  })
}

const HEADER = `# The team's policy. Every line here may be changed; the desk reads the file again when you save it, and says so.
# Durations: 15m, 2h, 3d. Money: 10000 EUR. Times are local to whoever they concern. A key left out has the value shown
# here; a line that begins with # is off. \`nightdesk policy check\` explains what is wrong with a file.
# Levels: never; suggest (says what it would do); act_with_approval (asks first); act.`

/** An empty line before each section, above what is said of it. */
function spaced(lines: readonly string[]): string[] {
  return lines.flatMap((line, at) => {
    const saidAbove = /^#/.test(lines[at - 1] ?? '')
    return /^\w/.test(line) && !saidAbove ? ['', line] : /^#/.test(line) ? ['', line] : [line]
  })
}
