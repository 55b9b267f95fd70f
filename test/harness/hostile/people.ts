import type { Principal } from '#kernel/principal.ts'

const who = (principal: Partial<Principal> & Pick<Principal, 'kind' | 'id' | 'assurance'>): Principal => ({
  name: null,
  email: null,
  phone: null,
  zone: 'Europe/London',
  roles: [],
  ...principal,
})

/** Every kind of sender there is, vouched for and only claimed. */
export const PRINCIPALS: readonly Principal[] = [
  who({
    kind: 'member',
    id: 'mia',
    assurance: 'verified',
    email: 'mia@northwind.example',
    roles: ['founder', 'approver'],
  }),
  who({ kind: 'member', id: 'sam', assurance: 'verified', email: 'sam@northwind.example' }),
  who({
    kind: 'member',
    id: 'mia',
    assurance: 'claimed',
    email: 'mia@northwind.example',
    roles: ['founder', 'approver'],
  }),
  who({ kind: 'client', id: 'ada', assurance: 'verified', email: 'ada@quist.example', phone: '+447700900101' }),
  who({ kind: 'client', id: 'ada', assurance: 'claimed', email: 'ada@quist.example' }),
  who({ kind: 'stranger', id: '+447700900303', assurance: 'verified', phone: '+447700900303' }),
  who({ kind: 'stranger', id: 'jo@visitor.example', assurance: 'claimed', email: 'jo@visitor.example' }),
]
