/**
 * The pages that turn simplified text into traditional by a table of single characters and put pinyin in parentheses
 * after some of them. The table is wrong in the ways such tables are: 着 becomes 著 everywhere, 台 becomes 臺 even in
 * 台账, while 后, 于, 里, 干 stay.
 */
const characters =
  '区區qū 进進 会會 议議 讲講 话話 刚剛 办辦 报報 拟擬 测測 评評 况況 环環huán 个個 组組 长長 别別 汇匯 牵牽 头頭 ' +
  '标標biāo 处處 综綜 执執zhí 队隊 对對 问問 题題 态態tài 发發fā 摆擺 较較 实實 细細 兑兌 现現xiàn 点點 见見 认認rèn ' +
  '统統tǒng 坚堅 来來 给給 项項 务務wù 众眾 开開 诺諾 过過 级級 访訪 们們 时時 间間 经經jīng 视視 从從 结結jié ' +
  '为為 虽雖 参參 达達 农農nóng 场場 旧舊 类類 弹彈 说說 单單 丢丟 条條 车車 砚硯 两兩 线線 贯貫 这這 础礎chǔ 门門 ' +
  '紧緊 台臺 账賬 负負 责責zé 销銷 号號 织織 检檢 连連 续續xù 约約 谈談 员員 调調diào 编編 验驗 关關guān 边邊 占佔 营營 ' +
  '机機 动動 乱亂 东東 侧側cè 采採 铺鋪 废廢 轮輪 体體 毕畢 满滿 洁潔 运運 频頻 滨濱 还還 黄黃 园園 补補 举舉 监監jiān ' +
  '筛篩 银銀 学學xué 篱籬 护護 设設 让讓 铁鐵 厂廠 缫繅 丝絲 飞飛 电電 鹭鷺 桥橋 麦麥 湾灣 驻駐 党黨 楼樓 内內nèi 复復 ' +
  '确確 诉訴 劲勁 决決 换換 赢贏 战戰zhàn 准準zhǔn 显顯 贸貿mào 着著 创創chuàng 当當dāng';

const table = new Map(
  characters.split(' ').map((entry) => {
    const [simplified, traditional, ...pinyin] = entry;
    return [simplified!, pinyin.length > 0 ? `${traditional}(${pinyin.join('')})` : traditional!];
  }),
);

export function traditionalWithPinyin(text: string): string {
  return Array.from(text, (character) => table.get(character) ?? character).join('');
}
