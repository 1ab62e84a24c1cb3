/**
 * How pages that carry official documents are built: words in the `class` and `id` of their parts, and what they call
 * the facts about a document. Extend these when a site turns up that is read wrongly.
 */

/** Parts that hold the text itself, from the sure to the likely. */
export const contentParts: readonly RegExp[] = [
  /^(UCAP-CONTENT|js_content|zoom|zoomcon|articleContent|article_content|artibody|endText|news_content|fontzoom)$/i,
  /(^|[\s_-])(TRS_(?:UE)?Editor|TRS_PreAppend|pages_content|rich_media_content|article[-_]?content|article[-_]?body|news[-_]?content|content[-_]?body|detail[-_]?content|text[-_]?content|view[-_]?content|entry-content|post-content|wenzhang|zhengwen)([\s_-]|$)/i,
];

/** Parts that never do. */
export const asideParts =
  /(^|[\s_-])(nav|navbar|menu|crumbs?|breadcrumbs?|sidebar|side|footer|foot|header|top-?bar|toolbar|tools?|share|bdsharebuttonbox|comments?|related|recommend|relevant|hot(?:news|list)?|rank(?:ing)?(?:list)?|links?|friend-?links?|copyright|adv?|ads|advert(?:isement)?|banner|pager|pagination|qrcode|qr_code|login|search(?:box)?|download(?:box)?|reward|like|tags?|prev-?next|page-?turn|author-?card|profile)([\s_-]|$)/i;

/** Facts in the `meta` elements of a page; government sites have a fixed set of names for them. */
export const metaFields: readonly (readonly [field: string, name: RegExp])[] = [
  ['siteName', /^(SiteName|og:site_name)$/i],
  ['column', /^(ColumnName|article:section)$/i],
  ['title', /^(ArticleTitle|og:title)$/i],
  ['publishedAt', /^(PubDate|publishdate|article:published_time|firstpublishedtime)$/i],
  ['origin', /^(ContentSource|source|mediaid)$/i],
  ['author', /^(Author|article:author|og:article:author)$/i],
  ['keywords', /^Keywords$/i],
];

/** Facts that stand beside their label; blanks inside a label do not count (索 引 号). */
export const labelFields: readonly (readonly [field: string, label: RegExp])[] = [
  ['indexNumber', /^(?:信息)?索引号$|^索取号$/],
  ['documentNumber', /^(?:发文|发布)?文号$|^发文字号$|^文件编号$/],
  ['issuer', /^(?:发文|发布|制发|公开|制作|信息|印发)(?:机关|机构|单位)$|^公开(?:主体|责任部门)$|^信息来源单位$/],
  ['topic', /^主题分类$|^(?:信息|体裁)?分类$|^主题词$/],
  ['writtenAt', /^(?:成文|生成|制定|印发|签发)(?:日期|时间)$/],
  ['publishedAt', /^(?:发布|公开|发文|公布|发表|更新)?(?:日期|时间)$/],
  ['title', /^(?:信息|文件)?(?:标题|名称)$/],
  ['validity', /^(?:有效性|效力状态|时效性?|是否有效|有效期)$/],
  ['column', /^(?:所属)?栏目$/],
  ['origin', /^(?:文章|信息|稿件|内容)?来源$|^稿源$/],
  ['author', /^(?:文章)?作者$|^记者$|^撰稿$/],
  ['editor', /^(?:责任)?编辑$|^责编$/],
  ['views', /^(?:点击|浏览|阅读|访问)(?:数|量|次数)$/],
];
