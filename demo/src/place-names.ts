/** Invented names of streets and communities, with the weight of each street on the map. */
export type StreetName = {
  readonly key: 'luqiao' | 'tangwan' | 'maidu' | 'wangxiu' | 'yanbei' | 'qingfang' | 'zhutan';
  readonly name: string;
};

export type CommunityName = { readonly name: string; readonly village?: true };

export const streetNames: readonly StreetName[] = [
  { key: 'luqiao', name: '鹭桥' },
  { key: 'tangwan', name: '棠湾' },
  { key: 'maidu', name: '麦渡' },
  { key: 'wangxiu', name: '望岫' },
  { key: 'yanbei', name: '砚北' },
  { key: 'qingfang', name: '青坊' },
  { key: 'zhutan', name: '竹滩' },
];

const communitiesOf = (names: string, villages: string = ''): readonly CommunityName[] => [
  ...names.split(' ').map((name) => ({ name })),
  ...villages
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => ({ name, village: true as const })),
];

export const communityNames: Readonly<Record<StreetName['key'], readonly CommunityName[]>> = {
  luqiao: communitiesOf('鹭桥 桥东 桥西 文昌里 银杏里 老粮站 纺织新村 春晖 荷塘'),
  tangwan: communitiesOf('棠湾 湾头 棠梨园 缫丝厂 柳岸 明德里 北塔 汇文'),
  maidu: communitiesOf('麦渡 渡口 麦香园 铁路新村 仓前 南闸 油坊 永济', '石灰窑'),
  wangxiu: communitiesOf('望岫 岫云 松风 青枫 茶亭 东篱', '半山 采石'),
  yanbei: communitiesOf('砚北 墨香 笔架 砚池 机械厂 科苑 新岭 金桂 北关'),
  qingfang: communitiesOf('青坊 染坊 织锦 蓝靛 麻园 新坊 水车 桑园 西牌楼'),
  zhutan: communitiesOf('竹滩 白鹭滩 竹林 星渚 渔浦', '苇荡 沙洲 滩头'),
};

/** Roads and known places of each street, for the addresses of cases. */
export const landmarks: Readonly<Record<StreetName['key'], readonly string[]>> = {
  luqiao: ['鹭桥大街', '文昌路', '桥东农贸市场', '银杏里小学', '鹭桥公交枢纽', '荷塘公园', '老粮站巷', '纺织路'],
  tangwan: ['棠湾路', '滨河东路', '棠梨园小区', '缫丝厂宿舍', '柳岸步道', '汇文中学', '北塔夜市', '湾头泵站'],
  maidu: ['麦渡路', '渡口农贸市场', '铁路新村', '仓前街', '南闸桥', '永济路', '麦香园小区', '货场路'],
  wangxiu: ['望岫大道', '岫云路', '松风公园', '茶亭路', '青枫小区', '东篱小学', '采石场旧址', '高速东口'],
  yanbei: ['砚北大道', '墨香路', '机械厂宿舍', '科苑路', '金桂小区', '北关农贸市场', '笔架山路', '砚池广场'],
  qingfang: ['青坊街', '染坊巷', '织锦路', '西牌楼', '桑园小区', '水车公园', '麻园路', '青坊客运站'],
  zhutan: ['竹滩路', '滨河西路', '白鹭滩湿地', '渔浦码头', '星渚小区', '滩头桥', '苇荡渠', '竹林路'],
};

/** 砚水河 divides the district; the map draws it as the border between the streets on its two banks. */
export const northBank: readonly StreetName['key'][] = ['yanbei', 'wangxiu', 'qingfang'];
