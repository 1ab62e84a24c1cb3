/**
 * How each prohibition is kept: the function does not exist, the program or the database refuses it, the program does
 * it by itself, or people must see to it.
 */
export type Kept = 'absent' | 'refused' | 'built_in' | 'by_hand';

export const redLines: readonly { readonly key: string; readonly kept: Kept }[] = [
  { key: 'no_points', kept: 'absent' },
  { key: 'no_tracks', kept: 'refused' },
  { key: 'no_second_form', kept: 'absent' },
  { key: 'no_compulsory_app', kept: 'absent' },
  { key: 'no_person_ranking', kept: 'absent' },
  { key: 'no_self_check', kept: 'refused' },
  { key: 'no_names', kept: 'absent' },
  { key: 'no_altered_data', kept: 'refused' },
  { key: 'separated_admins', kept: 'refused' },
  { key: 'personal_data', kept: 'built_in' },
  { key: 'no_base_map', kept: 'absent' },
  { key: 'no_business', kept: 'absent' },
  { key: 'filing', kept: 'by_hand' },
  { key: 'frequency', kept: 'by_hand' },
];
