import type { Role } from '@duban/kit/actor';
import { cast, type CastMember } from './cast.ts';
import { seededRandom } from './random.ts';
import { units } from './units.ts';

/**
 * The rest of the staff: in every unit that can be charged with a case somebody handles, in every one that leads
 * somebody signs, in every street somebody checks others. They have accounts like everybody, but no password, so that
 * nobody signs in as them before one is issued.
 */
const surnames = Array.from('栾郗阚逄亓臧邬晏卓褚糜匡国缪仇於惠璩颜麻');
const given = Array.from('砺芃苒濯昶翊桉祺筠淙煦蓁垚璟妤彧岑霁珩澍');

const roleTitles = {
  handler: { street: '城市管理办公室科员', department: '业务科科员', community: '社区工作者', contractor: '调度员' },
  leader: { street: '街道办事处副主任', department: '副局长', community: '社区主任', contractor: '经理' },
  inspector: { street: '网格督导员', department: '督察员', community: '督导员', contractor: '质检员' },
} as const;

const wanted: readonly { readonly kind: keyof (typeof roleTitles)['handler']; readonly roles: readonly Role[] }[] = [
  { kind: 'street', roles: ['handler', 'leader', 'inspector'] },
  { kind: 'department', roles: ['handler', 'leader'] },
  { kind: 'contractor', roles: ['handler', 'leader'] },
  { kind: 'community', roles: ['handler'] },
];

/** departments without work in the ledger: they dispatch or supervise, or hold the administrators */
const withoutCases = new Set(['government_office', 'publicity', 'finance', 'data_bureau']);

function hire(): CastMember[] {
  const random = seededRandom(7_120);
  const taken = new Set<string>(cast.map((member) => member.name));
  const name = (): string => {
    for (;;) {
      const made = random.pick(surnames) + random.pick(given) + (random.chance(0.6) ? random.pick(given) : '');
      if (taken.has(made)) continue;
      taken.add(made);
      return made;
    }
  };
  const members: readonly CastMember[] = cast;
  return wanted.flatMap(({ kind, roles }) =>
    units
      .filter((unit) => unit.kind === kind && !withoutCases.has(unit.key))
      .flatMap((unit) =>
        roles
          .filter((role) => !members.some((m) => m.unit === unit.key && m.roles.includes(role)))
          .map((role) => ({
            account: `${unit.key}.${role}`.slice(0, 30),
            name: name(),
            unit: unit.key,
            roles: [role],
            title: roleTitles[role as keyof typeof roleTitles][kind],
          })),
      ),
  );
}

/** Everybody but the cast. */
export const staff: readonly CastMember[] = hire();

const everybody: readonly CastMember[] = [...cast, ...staff];
const byPost = new Map<string, string[]>();
for (const { unit, roles, account } of everybody) {
  for (const role of roles) {
    const key = `${unit} ${role}`;
    byPost.set(key, [...(byPost.get(key) ?? []), account]);
  }
}

/** The accounts that hold a role in a unit. @throws Error when nobody does */
export function postHolders(unit: string, role: Role): readonly string[] {
  const found = byPost.get(`${unit} ${role}`);
  if (!found) throw new Error(`nobody is ${role} in ${unit}`);
  return found;
}

export const hasPost = (unit: string, role: Role): boolean => byPost.has(`${unit} ${role}`);

/** Accounts of all inspectors with the unit each sits in. */
export const inspectors: readonly { readonly account: string; readonly unit: string }[] = everybody
  .filter((member) => member.roles.includes('inspector'))
  .map(({ account, unit }) => ({ account, unit }));
