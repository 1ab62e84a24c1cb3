import { countedByKinds, minimumDueLimits } from '@duban/rankings/peer-group';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, lineOfText, UnitRef } from './organisation.ts';

/**
 * Who reads rankings: everybody who works with cases, the CPPCC, who are there to know the real state, and the auditor.
 * The lists behind the numbers are narrower (`whyNotOpenLists`).
 */
export const rankingReaders = [
  'dispatcher',
  'handler',
  'inspector',
  'leader',
  'cppcc_member',
  'cppcc_office',
  'audit_admin',
] as const;

/** Who is compared with whom. `streets` and `departments` always exist; others are made by the dispatchers. */

export const CountedBy = z.enum(countedByKinds);

/** `streets`, `departments`, or the id of a group of one's own */
export const PeerGroupKey = z.union([z.enum(['streets', 'departments']), Id]);

export const PeerGroupView = z.object({
  key: PeerGroupKey,
  name: z.string(),
  /** always there, with all units of its kind as members */
  standing: z.boolean(),
  countedBy: CountedBy,
  minimumDue: z.int(),
  members: z.array(UnitRef),
  /** null: a standing group that nobody has changed yet */
  version: z.int().nullable(),
});
export type PeerGroupView = z.output<typeof PeerGroupView>;

const MinimumDue = z.int().min(minimumDueLimits.lowest).max(minimumDueLimits.highest);
const onGroup = z.object({ key: PeerGroupKey });

export const listPeerGroups = endpoint({
  name: 'listPeerGroups',
  summary: 'The peer groups of the own jurisdiction with their members',
  method: 'GET',
  path: '/v1/peer-groups',
  allow: rankingReaders,
  reply: z.object({ groups: z.array(PeerGroupView) }),
});

export const createPeerGroup = endpoint({
  name: 'createPeerGroup',
  summary: 'Make a peer group of units of one’s choice',
  method: 'POST',
  path: '/v1/peer-groups',
  allow: ['dispatcher'],
  body: z.object({
    name: lineOfText(30),
    countedBy: CountedBy,
    minimumDue: MinimumDue,
    unitIds: z.array(Id).min(2).max(200),
  }),
  reply: PeerGroupView,
  problems: [
    'peer_group.too_small',
    'peer_group.minimum_out_of_range',
    'peer_group.member_twice',
    'peer_group.members_overlap',
    'peer_group.unknown_unit',
    'peer_group.name_taken',
  ],
});

export const changePeerGroup = endpoint({
  name: 'changePeerGroup',
  summary: 'Change a peer group; of a standing one only the minimum number and what it is counted by',
  method: 'PUT',
  path: '/v1/peer-groups/:key',
  allow: ['dispatcher'],
  params: onGroup,
  body: z.object({
    /** null for a standing group that nobody has changed yet */
    version: z.int().nullable(),
    countedBy: CountedBy,
    minimumDue: MinimumDue,
    /** of a group of one's own; left out, they stay as they are */
    name: lineOfText(30).optional(),
    unitIds: z.array(Id).min(2).max(200).optional(),
  }),
  reply: PeerGroupView,
  problems: [
    'record.not_found',
    'peer_group.too_small',
    'peer_group.member_twice',
    'peer_group.members_overlap',
    'peer_group.unknown_unit',
    'peer_group.name_taken',
    'peer_group.standing',
  ],
});

export const retirePeerGroup = endpoint({
  name: 'retirePeerGroup',
  summary: 'Offer a peer group no longer; what was published of it stays',
  method: 'POST',
  path: '/v1/peer-groups/:key/retire',
  allow: ['dispatcher'],
  params: onGroup,
  body: z.object({ version: z.int() }),
  reply: z.object({ key: PeerGroupKey }),
  problems: ['record.not_found', 'peer_group.standing'],
});
