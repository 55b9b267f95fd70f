import { Person } from '#policy/fragments/people.ts'

/** A policy id from a name, `Zoë van Dam` -> `zoe`; a second Zoë is `zoe2`. What it gives is added to `taken`. */
export function idFrom(name: string, taken: Set<string>): string {
  const first = name.trim().split(/\s+/)[0] ?? ''
  const plain = first
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 28)
  const base = Person.shape.id.safeParse(plain).success ? plain : 'person'
  let id = base
  for (let next = 2; taken.has(id); next++) id = `${base}${next}`
  taken.add(id)
  return id
}
