/**
 * What document-sharing and news sites put around a text. Each pattern is matched against a whole line in simplified
 * script, blanks at both ends removed. Add a line here when a new site turns up; nothing else needs to change.
 */
export const noiseLines: readonly RegExp[] = [
  /^(分享|首页|收起|展开|more|下载|打印|全屏|收藏|返回|关闭|登录\|?|注册|复制|纠错|加大|还原|减小|次|【字号[：:]?|】|\|)$/i,
  /^(收藏\s*分享赚钱|下载文档|文档下载|版权提示|推荐特供|相关推荐|猜你喜欢|热门推荐|加入收藏|我要投稿|举报|点赞)$/,
  /^•?\s*(温馨提示|特别说明|免责声明|版权声明)[：:]?$/,
  /^(•\s*)?\d?\.?\s*(部分包含数学公式|本文档由用户上传|下载(前|文档前)请|下载文档时可能|本站不保证|本文来自)/,
  /(此文档下载收益归|你可能关注的文档|剩余\d+页未读|查看更多内容需下载|资源预览文档简介|网站客服[：:]|客服(微信|QQ|热线)|版权所有|copyright ©|ICP[备证]|公网安备)/i,
  /^\d+\/\d+$/,
  /^\[?【?打印(正文|本页|本文)】?\]?$/,
  /^(上一篇|下一篇|上一条|下一条|相关栏目|相关报道|相关阅读|相关链接|相关文章|延伸阅读|责任编辑|扫一扫|微信扫一扫|当前位置|您现在的位置|您的位置)[：:]?/,
  /^(网站地图|网站首页|联系我们|关于我们|友情链接|意见反馈|反馈意见|返回顶部|设为首页|无障碍浏览|我要纠错)(\s*\|)?$/,
];

/** A line that ends the text when it follows the last paragraph: everything after it belongs to the site. */
export const tailMarkers: readonly RegExp[] = [
  /^\[?【?打印/,
  /^(上一篇|下一篇|上一条|下一条|相关|责任编辑|版权提示|推荐|下载文档|文档下载|网站地图|此文档|扫一扫|分享到|附件下载)/,
  /版权所有|copyright/i,
];

/** Navigation that a site glued to the end of the last paragraph. */
export const gluedTail = /\s(上一篇[：:].*?下一篇[：:]|相[关關]欄?栏?目[：:]|下一篇[：:])[^\n]*$/;

/** `label: value` pairs that say something about the document; the names are those of the site fields. */
export const siteFields: readonly (readonly [name: string, label: RegExp])[] = [
  ['siteDocumentId', /^(?:文档)?ID$/i],
  ['size', /^(?:文件|文档)?大小$/],
  ['pages', /^页数$/],
  ['format', /^(?:文件)?格式$/],
  ['publishedAt', /^(?:发布|上传|更新|发表)?(?:时间|日期)$/],
  ['price', /^(?:价格|售价)$/],
  ['uploader', /^(?:文章作者|作者|上传者|贡献者|发布者)$/],
  ['origin', /^(?:文章来源|来源|信息来源|稿源)$/],
  ['views', /^(?:点击数|浏览次数|浏览量|阅读次数|阅读)$/],
  ['title', /^(?:标题|文章标题)$/],
];

/** How a title of an official document usually ends. */
export const titleEnd =
  /(讲话|致辞|发言|报告|通知|通报|意见|方案|计划|要点|决定|决议|办法|规定|细则|条例|公告|通告|公示|函|批复|纪要|总结|规划|清单|任务分解表|责任书|提纲|汇报|答复)(范文|稿|全文)?[》”"]?$/;
