import { describe, expect, test } from 'vitest';
import { type KnownUnit, resolveUnit } from './resolve-units.ts';

const unit = (id: string, name: string, shortName: string | null, kind: string, ...aliases: string[]): KnownUnit => ({
  id,
  name,
  shortName,
  kind,
  aliases,
});
const units = [
  unit('housing', '云岭区住房和城乡建设局', '区住建局', 'department'),
  unit('city', '云岭区城市管理局', '区城管局', 'department', '城管', '区执法局'),
  unit('police', '云岭区公安分局', null, 'department', '区公安分局'),
  unit('campaign', '云岭区创建文明城市指挥部办公室', '区创城办', 'department'),
  unit('east', '东湖街道办事处', '东湖街道', 'street'),
  unit('west', '西园街道办事处', '西园街道', 'street'),
  unit('dawn', '朝阳社区居委会', '朝阳社区', 'community'),
];
const found = (mention: string) => resolveUnit(mention, 'lead', units);

describe('a unit by its words', () => {
  test.each<[string, string[], string, boolean]>([
    ['云岭区城市管理局', ['city'], 'name', false],
    ['区城管局', ['city'], 'short_name', false],
    ['区执法局', ['city'], 'alias', false],
    ['区城管局主要负责人', ['city'], 'short_name', false],
    ['区创城办', ['campaign'], 'short_name', false],
    ['东湖街道', ['east'], 'short_name', false],
    ['公安部门', ['police'], 'alias', true],
    ['住建部门', ['housing'], 'alias', true],
    ['住建、城管等部门', ['housing', 'city'], 'alias', true],
    ['区水务局', [], 'none', true],
    ['区', [], 'none', true],
  ])('%s', (mention, unitIds, matchedBy, doubt) =>
    expect(found(mention)).toEqual({ mention, role: 'lead', unitIds, matchedBy, doubt }),
  );
});

describe('a part instead of a unit', () => {
  test.each<[string, string[], boolean]>([
    ['各街道', ['east', 'west'], false],
    ['各镇（街道）', ['east', 'west'], false],
    ['属地', ['east', 'west'], true],
    ['属地街道', ['east', 'west'], true],
    ['各社区', ['dawn'], false],
    ['各部门', ['housing', 'city', 'police', 'campaign'], false],
    ['各责任部门', ['housing', 'city', 'police', 'campaign'], true],
    ['主管部门', ['housing', 'city', 'police', 'campaign'], true],
    ['各行业主管部门', ['housing', 'city', 'police', 'campaign'], true],
    ['各成员单位', ['housing', 'city', 'police', 'campaign', 'east', 'west'], true],
    ['牵头单位', ['housing', 'city', 'police', 'campaign', 'east', 'west'], true],
    ['各指挥部', [], true],
  ])('%s', (mention, unitIds, doubt) =>
    expect(found(mention)).toMatchObject({ unitIds, matchedBy: 'role_phrase', doubt }),
  );
});
