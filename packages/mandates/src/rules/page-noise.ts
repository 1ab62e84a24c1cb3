/**
 * What document-sharing and news sites put around a text. Each pattern is matched against a whole line in simplified
 * script, blanks at both ends removed. Add a line here when a new site turns up; nothing else needs to change.
 */

/** Sentences and buttons that only a document-sharing site has: one of them proves the site. */
export const siteLines: readonly RegExp[] = [
  /^(收藏\s*分享赚钱|推荐特供)/,
  /^(•\s*)?\d?\.?\s*(部分包含数学公式|本文档由用户上传|下载(前|文档前)请|下载文档时可能|本站不保证)/,
  /(此文档下载收益归|你可能关注的文档|剩余\d+页未读|查看更多内容需下载|资源预览文档简介|网站客服[：:]|文档由用户上传)/,
  /^上一篇[：:].*\s下一篇[：:]/,
];

/** Words of a site's buttons and links. A document may say one of them itself: two different ones make a site. */
export const noiseLines: readonly RegExp[] = [
  /^(分享|首页|收起|展开|more|下载|打印|全屏|收藏|返回|关闭|登录\|?|注册|复制|纠错|加大|还原|减小|次|【字号[：:]?|】|\|)$/i,
  /^(下载文档|文档下载|版权提示|相关推荐|猜你喜欢|热门推荐|加入收藏|我要投稿|举报|点赞)$/,
  /^(本文来自)/,
  /^[^。；，]{0,60}(版权所有(?!者|人|权)|copyright ©|ICP[备证]|公网安备)[^。；]{0,80}$/i,
  /^\[?【?打印(正文|本页|本文)】?\]?$/,
  /^(上一篇|下一篇|上一条|下一条|相关栏目|相关报道|相关阅读|相关链接|相关文章|延伸阅读|责任编辑|扫一扫|微信扫一扫|当前位置|您现在的位置|您的位置)[：:]?/,
  /^(网站地图|网站首页|联系我们|关于我们|友情链接|意见反馈|反馈意见|返回顶部|设为首页|无障碍浏览|我要纠错)(\s*\|)?$/,
];

/** Official documents have these too: they belong to a site only where something else proves it, and prove nothing. */
export const doubtfulLines: readonly RegExp[] = [
  /^•?\s*(温馨提示|特别说明|免责声明|版权声明)[：:]?$/,
  /客服(微信|QQ|热线)/i,
  /^\d+\/\d+$/,
];

/** A line that ends the text when it follows the last paragraph on a site: everything after it belongs to the site. */
export const tailMarkers: readonly RegExp[] = [
  /^\[?【?打印/,
  /^(上一篇|下一篇|上一条|下一条|责任编辑|版权提示|下载文档|文档下载|网站地图|此文档|扫一扫|分享到|附件下载)/,
  /^(相关(栏目|报道|阅读|链接|文章|推荐|文档|资料|新闻|信息)|推荐(特供|阅读|文档|文章|资料))/,
  /版权所有|copyright/i,
];

/** Navigation that a site glued to the end of the last paragraph. */
export const gluedTail = /\s(上一篇[：:].{0,200}?下一篇[：:]|相[关關]欄?栏?目[：:]|下一篇[：:])[^\n]*$/;

/**
 * `label: value` pairs that say something about the document, with what the value must look like; the names are those
 * of the site fields.
 */
export const siteFields: readonly (readonly [name: string, label: RegExp, value?: RegExp])[] = [
  ['siteDocumentId', /^(?:文档)?(?:ID|编号)$/i, /^[\w-]+$/],
  ['size', /^(?:文件|文档)?大小$/, /^[\d.]+\s*[KMG]i?B?$/i],
  ['pages', /^页数$/, /^\d+\s*页?$/],
  ['format', /^(?:文件)?格式$/, /^\.?[a-z]{2,5}$/i],
  ['publishedAt', /^(?:发布|上传|更新|发表)?(?:时间|日期)$/, /\d/],
  ['price', /^(?:价格|售价)$/, /^(?:[¥￥]|免费|\d+(?:\.\d+)?\s*(?:元|积分|金币|下载券)?$)/],
  ['uploader', /^(?:文章作者|作者|上传者|贡献者|发布者)$/],
  ['origin', /^(?:文章来源|来源|信息来源|稿源)$/],
  ['views', /^(?:点击数|浏览次数|浏览量|阅读次数|阅读)$/],
  ['title', /^(?:标题|文章标题)$/],
];

/** Labels that only a page has which carries a document: 时间 and 来源 alone are words of documents too. */
export const publishingLabel =
  /^(?:文档ID|(?:发布|上传|更新|发表)(?:时间|日期)|点击数|浏览次数|浏览量|阅读次数|文章来源|信息来源|稿源)$/;

/** What stands below 时间 in the head of minutes. */
export const meetingLabel =
  /^(?:会议)?(?:地点|主\s*持|参\s*会|出\s*席|与\s*会|列\s*席|参加|记\s*录|缺\s*席|议\s*题|内容)/;

/** How a title of an official document usually ends. */
export const titleEnd =
  /(讲话|致辞|发言|报告|通知|通报|意见|方案|计划|要点|决定|决议|办法|规定|细则|条例|公告|通告|公示|函|批复|纪要|总结|规划|清单|任务分解表|责任书|提纲|汇报|答复)(范文|稿|全文)?[》”"]?$/;
