import type { DocxBlock } from './docx.ts';

/** A web page of the kind that copies documents: the text in the middle of menus, advice and links. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function block(of: DocxBlock | string): string {
  if (typeof of === 'string') return `<p>${escaped(of)}</p>`;
  if (of.kind === 'table') {
    const rows = of.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell ?? '')}</td>`).join('')}</tr>`);
    return `<table border="1">${rows.join('\n')}</table>`;
  }
  if (of.kind === 'heading') return `<h${of.level}>${escaped(of.text)}</h${of.level}>`;
  return `<p>&nbsp;&nbsp;&nbsp;&nbsp;${escaped(of.text).replaceAll('  ', '&nbsp; ')}</p>`;
}

export function sitePage(title: string, blocks: readonly (DocxBlock | string)[], issuedOn: Temporal.PlainDate): string {
  return `<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>${escaped(title)} - 示例文库</title>
<style>.nav { color: #666 }</style>
<script>window.page = { id: 9900035, free: false };</script>
</head>
<body>
<div class="nav"><a href="/">首页</a> &gt; <a href="/list">公文</a> &gt; <a href="/list/talk">讲话稿</a></div>
<div class="title">${escaped(title)}</div>
<div class="meta">ID:9900035 页数:4页 格式:DOCX 时间:${issuedOn} <a href="#">下载文档</a> 收藏 分享赚钱</div>
<div class="content">
${blocks.map(block).join('\n')}
</div>
<div class="tip">温馨提示:<br>1. 部分包含公式或动画的文件,查看预览时可能会显示错乱或异常,文件下载后无此问题,请放心下载。<br>2. 本文档由用户上传,版权归属用户,如有争议请及时联系客服。网站客服:1000000000</div>
<div class="foot">上一篇:在全区消防工作会议上的讲话 下一篇:在全区水利工作会议上的讲话 相关栏目:党委 政协 会议致辞</div>
<div class="foot">此文档下载收益归作者所有&nbsp;你可能关注的文档&nbsp;收起&nbsp;展开</div>
</body>
</html>
`;
}
